import { Code } from '@/app/_ui/components/Code'
import { Table } from '@/app/_ui/components/Table'
import { TextLink } from '@/app/_ui/components/TextLink'
import { LabelledCell as Cell, ThreeWayTable } from '@/app/_ui/review/ThreeWayTable'
import { JsonShort } from '@/app/_ui/review/Witness'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { schemaSha256 } from '@/lib/queue/taskQueues/taskQueue'
import { differenceWords, type QueueStatus } from '@/lib/registrar/checks/queueStatus'
import type { Version } from '@/lib/registry/versions/version'
import type { DesignSays } from './designSays'

const words = { theirs: 'in the Queue', ours: 'in the design' }

/** Three states side by side: what was last published here, what the Queue has, what the design says. */
export function ThreeWayDifference({
  differences,
  version,
  queueSchema,
  design,
}: {
  differences: QueueStatus['differences']
  version: Version
  /** the schema that the Queue holds, where it is another one */
  queueSchema: JsonObject | null
  design: DesignSays
}) {
  const ofDesign: Record<string, JsonValue | undefined> = {
    description: design.description,
    payloadSchema: design.payloadSchema && schemaSha256(design.payloadSchema),
  }
  const heads: [string, string, string] = ['Last published here', 'The Queue has', 'The design says']
  const schemaDiffers = differences.some(({ property }) => property === 'payloadSchema')
  return (
    <div className="space-y-4">
      <p className="text-sm">
        Three states: version {version.number}, the last that was published here; what the Queue has now; and what{' '}
        {design.draftId === undefined ? (
          'the design of that version comes to today.'
        ) : (
          <>
            <TextLink href={`/designs/${design.draftId}`}>the design that is being worked on</TextLink> says.
          </>
        )}
      </p>
      <Table stack caption="What differs" head={['What', ...heads]}>
        {differences.map(({ property, registered, queue }) => (
          <tr key={property}>
            <th scope="row">{differenceWords(property)}</th>
            <Cell head={heads[0]}>
              <Value property={property} value={registered} />
            </Cell>
            <Cell head={heads[1]}>
              <Value property={property} value={queue} />
            </Cell>
            <Cell head={heads[2]}>
              <Value property={property} value={ofDesign[property]} />
            </Cell>
          </tr>
        ))}
      </Table>
      {schemaDiffers && queueSchema === null && (
        <p className="text-sm">The Queue holds no payload schema, so it refuses no task of this worker type.</p>
      )}
      {schemaDiffers && queueSchema !== null && (
        <ThreeWayTable
          base={version.payloadSchema}
          theirs={queueSchema}
          ours={design.payloadSchema ?? version.payloadSchema}
          heads={heads}
          words={words}
        />
      )}
    </div>
  )
}

function Value({ property, value }: { property: string; value: JsonValue | undefined }) {
  if (value === null) return 'none'
  if (property === 'payloadSchema' && typeof value === 'string') return <Code>{value.slice(0, 12)}</Code>
  if (property === 'outcome' && typeof value === 'string') return value.replace('-', ' ')
  if (property === 'expires' && typeof value === 'string') return `${value.slice(0, 16).replace('T', ' ')} UTC`
  if (value === '') return <span className="text-ink-soft">empty</span>
  return <JsonShort value={value} />
}
