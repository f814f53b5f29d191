'use client'

import { CodeBlock } from '@/app/components/CodeBlock'
import { Message } from '@/app/components/Message'
import { Problems } from '@/app/results/Problems'
import type { ClientState } from './clientForm'

/** What came of a change of a client. New credentials are on the page until it is left, and nowhere else. */
export function Outcome({ state: { problems, done, shown } }: { state: ClientState }) {
  return (
    <div className="space-y-2 empty:hidden">
      <Problems problems={problems} />
      {done !== undefined && (
        <Message kind="success" role="status">
          {done}
          {shown !== undefined && ' Keep its access token now: it is shown this once.'}
        </Message>
      )}
      {shown !== undefined && (
        <CodeBlock
          label="Credentials"
          text={`export TASKCLUSTER_CLIENT_ID='${shown.clientId}'\nexport TASKCLUSTER_ACCESS_TOKEN='${shown.accessToken}'\n`}
        />
      )}
    </div>
  )
}
