import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { Message } from '@/app/_ui/components/Message'
import { Panel } from '@/app/_ui/components/Panel'
import { TextLink } from '@/app/_ui/components/TextLink'
import { versionHref } from '@/app/_ui/page/addresses'
import type { JsonObject } from '@/lib/base/json'
import type { Version } from '@/lib/registry/versions/version'
import { TextDiff } from './TextDiff'
import { ThreeWayTable } from './ThreeWayTable'

/** Somebody else has registered a version since a design was begun: what both come from, theirs and yours. */
export function Overtaken({
  base,
  theirs,
  ours,
}: {
  /** what was in force when the design was begun; undefined where nothing was */
  base: Version | undefined
  theirs: Version
  /** undefined while the design comes to no schema */
  ours: JsonObject | undefined
}) {
  const start = base === undefined ? 'Before' : `Version ${base.number}`
  return (
    <Panel title="Registered since you began">
      <div className="space-y-3">
        <Message kind="warning">
          {theirs.author} has registered <TextLink href={versionHref(theirs)}>version {theirs.number}</TextLink> since
          this design was begun{base === undefined ? '' : ` from version ${base.number}`}. What you register takes its
          place: bring into your design what should stay of it.
        </Message>
        {base !== undefined && ours !== undefined && (
          <ThreeWayTable
            base={base.payloadSchema}
            theirs={theirs.payloadSchema}
            ours={ours}
            heads={[start, `Version ${theirs.number}`, 'This design']}
            words={{ theirs: `in version ${theirs.number}`, ours: 'in this design' }}
          />
        )}
        <CollapsibleDetail label={`What version ${theirs.number} changed of the design`}>
          <TextDiff
            label={`Difference from ${start.toLowerCase()} to version ${theirs.number}`}
            before={base?.designYaml ?? ''}
            after={theirs.designYaml}
          />
        </CollapsibleDetail>
      </div>
    </Panel>
  )
}
