import { Message } from '@/app/_ui/components/Message'
import { Panel } from '@/app/_ui/components/Panel'
import { TextLink } from '@/app/_ui/components/TextLink'
import { When } from '@/app/_ui/components/When'
import { versionHref } from '@/app/_ui/page/addresses'
import type { JsonObject } from '@/lib/base/json'
import type { InForce } from '@/lib/registrar/deployment/readInForce'
import type { Version } from '@/lib/registry/versions/version'
import { ThreeWayTable } from './ThreeWayTable'

const title = 'The Queue holds something else than was registered here'

/** What is in force was not registered here: what was, what the Queue holds, and what the design says. */
export function ChangedElsewhere({
  inForce,
  current,
  ours,
}: {
  inForce: InForce
  /** registered here last */
  current: Version | undefined
  /** undefined while the design comes to no schema */
  ours: JsonObject | undefined
}) {
  if (inForce.state !== 'held') {
    return (
      <Panel title={title}>
        <Message kind="warning">
          The Queue holds no payload schema of this worker type now, so it refuses no task of it: it was taken away, or
          has expired. The comparison is with {current === undefined ? 'nothing' : <Link version={current} />}, which
          was registered last; registering makes the Queue refuse tasks again.
        </Message>
      </Panel>
    )
  }
  const { payloadSchema, declaredBy, declaredAt } = inForce
  return (
    <Panel title={title}>
      <div className="space-y-3">
        <Message kind="warning">
          {declaredBy ?? 'Somebody'} has declared another payload schema
          {declaredAt !== undefined && (
            <>
              {' '}
              on <When at={declaredAt} />
            </>
          )}
          {current === undefined ? (
            ', and no version of this worker type is registered here.'
          ) : (
            <>
              {' '}
              than that of <Link version={current} />.
            </>
          )}{' '}
          Tasks are held to it now, so this review compares with it; what you register takes its place.
        </Message>
        {current !== undefined && ours !== undefined && (
          <ThreeWayTable
            base={current.payloadSchema}
            theirs={payloadSchema}
            ours={ours}
            heads={[`Version ${current.number}`, 'The Queue holds', 'This design']}
            words={{ theirs: 'in the Queue', ours: 'in this design' }}
          />
        )}
      </div>
    </Panel>
  )
}

function Link({ version }: { version: Version }) {
  return <TextLink href={versionHref(version)}>version {version.number}</TextLink>
}
