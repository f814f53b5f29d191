import { Fold } from '@/app/components/Fold'
import { Tag } from '@/app/components/Tag'
import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { InlineCode } from './InlineCode'
import { type SchemaChild, schemaChildren } from './schemaChildren'
import { schemaWords } from './schemaWords'

/** A schema as a tree that folds without a script. `provenance` says which component a property of the payload comes from. */
export function SchemaTree({
  schema,
  provenance,
  empty = 'A payload has no properties: only {} is accepted.',
}: {
  schema: JsonValue
  provenance?: Record<string, string>
  empty?: string
}) {
  const children = schemaChildren(schema)
  if (children.length === 0) return <p className="text-sm text-ink-soft">{empty}</p>
  return (
    <ul className="-my-2 divide-y">
      {children.map((child) => (
        <Branch key={child.key} child={child} depth={0} from={provenance?.[child.label]} />
      ))}
    </ul>
  )
}

function Branch({ child, depth, from }: { child: SchemaChild; depth: number; from?: string }) {
  // a schema may be nested without end only where somebody means it to; what is deeper is in the raw JSON
  const children = depth > 12 ? [] : schemaChildren(child.schema)
  const head = <Head child={child} from={from} />
  return (
    <li className="py-2">
      {children.length === 0 ? (
        <div className="pl-5.5">{head}</div>
      ) : (
        <Fold summary={head} open={depth === 0}>
          <ul className="mt-1 ml-2 border-l pl-3">
            {children.map((each) => (
              <Branch key={each.key} child={each} depth={depth + 1} />
            ))}
          </ul>
        </Fold>
      )}
    </li>
  )
}

function Head({ child: { label, required, schema }, from }: { child: SchemaChild; from?: string }) {
  const { type, limits } = schemaWords(schema)
  const title = isJsonObject(schema) && typeof schema.title === 'string' ? schema.title : undefined
  const description = isJsonObject(schema) && typeof schema.description === 'string' ? schema.description : undefined
  return (
    <span className="block text-sm">
      <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <span className="font-mono text-[0.9em] font-semibold">{label}</span>
        <span className="text-ink-soft">{type}</span>
        {required && <Tag tone="accent">required</Tag>}
        {from !== undefined && <Tag>{from}</Tag>}
      </span>
      {(title !== undefined || description !== undefined) && (
        <span className="block max-w-prose text-[0.86rem]">
          {title !== undefined && title !== label && <span className="font-medium">{title}. </span>}
          {description !== undefined && <InlineCode text={description} />}
        </span>
      )}
      {limits.length > 0 && <span className="block font-mono text-[0.8rem] text-ink-soft">{limits.join(' · ')}</span>}
    </span>
  )
}
