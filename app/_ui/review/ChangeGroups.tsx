import { Code, InlineCode } from '@/app/_ui/components/Code'
import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { EmptyState } from '@/app/_ui/components/Message'
import { effectLooks, Tag } from '@/app/_ui/components/Tag'
import { withoutEnd } from '@/lib/base/texts'
import type { SchemaChange } from '@/lib/compare/schemaComparison'
import { effectWords } from '@/lib/review/answerOf'
import { type ChangeGroup, groupChanges } from '@/lib/review/rolloutOf'
import { JsonShort, Witness } from './Witness'

/** Of a kind that a page shows: nobody reads more of them. */
const mostChanges = 300

/** What two payload schemas say differently, by component, those that break tasks first. `before` and `after` say which they are. */
export function ChangeGroups({
  changes,
  before,
  after,
  previewHref,
  level: Heading = 'h3',
}: {
  changes: readonly SchemaChange[]
  before: string
  after: string
  previewHref?: string
  level?: 'h3' | 'h4'
}) {
  if (changes.length === 0) return <EmptyState title="The payload schema stays as it is" />
  const felt = changes.filter(({ effect }) => effect !== 'text only')
  const unfelt = changes.filter(({ effect }) => effect === 'text only')
  const list = (group: ChangeGroup) => (
    <section key={group.component ?? ''}>
      <Heading className="mb-1.5 text-sm font-semibold">{group.component ?? 'Other changes'}</Heading>
      <ul className="divide-y rounded-md border">
        {group.changes.map((change) => (
          <ChangeItem key={change.id} change={change} before={before} after={after} previewHref={previewHref} />
        ))}
      </ul>
    </section>
  )
  return (
    <div className="space-y-4">
      {groupChanges(felt.slice(0, mostChanges)).map(list)}
      {felt.length > mostChanges && <p className="text-sm text-ink-soft">And {felt.length - mostChanges} more.</p>}
      {unfelt.length > 0 && (
        <CollapsibleDetail
          label={`${unfelt.length} more without any effect on tasks: words, order, other ways to say the same`}
        >
          <div className="space-y-4">{groupChanges(unfelt.slice(0, mostChanges)).map(list)}</div>
        </CollapsibleDetail>
      )}
    </div>
  )
}

function ChangeItem({
  change,
  before,
  after,
  previewHref,
}: {
  change: SchemaChange
  before: string
  after: string
  previewHref?: string | undefined
}) {
  const { effect, path, sentence, reason, witness, what, places } = change
  const { tone, icon } = effectLooks[effect]
  return (
    <li className="space-y-1.5 px-3 py-2 text-sm">
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <Tag tone={tone} icon={icon}>
          {effectWords[effect].word}
        </Tag>
        <Code>{path === '' ? '(whole payload)' : path}</Code>
        <span className="min-w-0">
          <InlineCode text={sentence} />
        </span>
      </div>
      {reason !== undefined && (
        <p className="text-ink-soft">
          Not decided: <InlineCode text={reason} />.
        </p>
      )}
      {witness !== undefined && (
        <CollapsibleDetail
          label={
            effect === 'widens'
              ? `A payload that only ${after} accepts`
              : `A payload that ${before} accepts and ${after} refuses`
          }
        >
          <Witness name={fileName(change)} payload={witness} previewHref={previewHref} />
        </CollapsibleDetail>
      )}
      {(change.before !== undefined || change.after !== undefined) && (
        <CollapsibleDetail label="What the schemas say">
          <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
            <dt className="text-ink-soft">
              <Code>{what}</Code> in {before}
            </dt>
            <dd className="min-w-0">
              <JsonShort value={change.before} />
              {places.old !== undefined && <Place pointer={places.old} />}
            </dd>
            <dt className="text-ink-soft">
              <Code>{what}</Code> in {after}
            </dt>
            <dd className="min-w-0">
              <JsonShort value={change.after} />
              {places.new !== undefined && <Place pointer={places.new} />}
            </dd>
          </dl>
        </CollapsibleDetail>
      )}
    </li>
  )
}

function Place({ pointer }: { pointer: string }) {
  return (
    <span className="ml-2 text-ink-soft">
      at <Code>{`#${pointer}`}</Code>
    </span>
  )
}

/** A name that every system takes. */
function fileName({ path, effect }: SchemaChange): string {
  const place = withoutEnd(path.replace(/[^\w-]+/g, '-').replace(/^-+/, ''), '-')
  return `${effect === 'widens' ? 'widened' : 'broken'}-${place === '' ? 'payload' : place}`
}
