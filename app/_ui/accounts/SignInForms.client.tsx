'use client'

import { useActionState, useEffect, useRef } from 'react'
import type { SignInState } from '@/app/_server/actions/signIn'
import { Button } from '@/app/_ui/components/Button'
import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { Message } from '@/app/_ui/components/Message'
import { Panel } from '@/app/_ui/components/Panel'
import { FormField, inputStyle } from '@/app/_ui/forms/FormField'

type SignIn = (before: SignInState, form: FormData) => Promise<SignInState>

/** Signing in by the link of the server, which sends itself, or with Taskcluster credentials. */
export function SignInForms({
  token,
  rootUrls,
  signIn,
}: {
  token: string | undefined
  /** the deployments whose credentials are good here; the first is the likeliest */
  rootUrls: string[]
  signIn: SignIn
}) {
  const [state, action, pending] = useActionState(signIn, { clientId: '', problems: [] })
  const link = useRef<HTMLFormElement>(null)
  useEffect(() => link.current?.requestSubmit(), [])
  return (
    <div className="space-y-4">
      {state.problems.map(({ code, message, help }) => (
        <Message key={code} kind="error" role="alert">
          {message}. {help}
        </Message>
      ))}
      {token !== undefined && state.problems.length === 0 && (
        <Panel title="Sign-in link">
          <form ref={link} action={action} className="space-y-3">
            <input type="hidden" name="token" value={token} />
            <p className="text-sm">This link signs you in as the admin of this server. It works once.</p>
            <Button type="submit" variant="primary" disabled={pending}>
              Sign in with this link
            </Button>
          </form>
        </Panel>
      )}
      <Panel title="Taskcluster credentials">
        <form action={action} className="space-y-3">
          {rootUrls.length > 1 && (
            <FormField id="rootUrl" label="Deployment">
              <select id="rootUrl" name="rootUrl" className={inputStyle}>
                {rootUrls.map((rootUrl, at) => (
                  <option key={rootUrl} value={rootUrl}>
                    {rootUrl}
                    {at > 0 && ' (this server)'}
                  </option>
                ))}
              </select>
            </FormField>
          )}
          <FormField id="clientId" label="Client id">
            <input
              id="clientId"
              name="clientId"
              required
              defaultValue={state.clientId}
              className={inputStyle}
              autoComplete="username"
              spellCheck={false}
            />
          </FormField>
          <FormField id="accessToken" label="Access token">
            <input
              id="accessToken"
              name="accessToken"
              type="password"
              required
              className={inputStyle}
              autoComplete="current-password"
            />
          </FormField>
          <CollapsibleDetail label="Temporary credentials">
            <FormField
              id="certificate"
              label="Certificate"
              description="The JSON text that temporary credentials come with."
            >
              <textarea
                id="certificate"
                name="certificate"
                rows={3}
                aria-describedby="certificate-about"
                className={`${inputStyle} font-mono`}
                spellCheck={false}
              />
            </FormField>
          </CollapsibleDetail>
          <Button type="submit" variant={token === undefined ? 'primary' : 'secondary'} disabled={pending}>
            Sign in
          </Button>
        </form>
      </Panel>
    </div>
  )
}
