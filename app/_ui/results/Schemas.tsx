import { CodeBlock } from '@/app/_ui/components/Code'
import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { EmptyState } from '@/app/_ui/components/Message'
import { canonicalJson, type JsonObject } from '@/lib/base/json'
import type { Composition } from '@/lib/compose/composition'
import { SchemaTree } from './SchemaTree'

/** The schema that is registered, and the one that the worker program reports by itself. */
export function Schemas({ composition }: { composition: Composition }) {
  const { effectiveSchema, baseSchema, provenance } = composition
  return (
    <div className="space-y-5">
      <section>
        <h3 className="font-medium">Effective schema</h3>
        <p className="mb-2 text-sm text-ink-soft">What the Queue holds every task against.</p>
        <OneSchema
          name="Effective payload schema"
          schema={effectiveSchema}
          provenance={provenance}
          none="There is none while the design has errors, or when no task could run."
        />
      </section>
      <section>
        <h3 className="font-medium">Base schema</h3>
        <p className="mb-2 text-sm text-ink-soft">What the worker program itself reports, before restrictions.</p>
        <CollapsibleDetail label="Show the base schema">
          <OneSchema
            name="Base payload schema"
            schema={baseSchema}
            provenance={provenance}
            none="There is none while the design has errors, or when engine and plugins conflict."
          />
        </CollapsibleDetail>
      </section>
    </div>
  )
}

function OneSchema({
  name,
  schema,
  provenance,
  none,
}: {
  name: string
  schema: JsonObject | undefined
  provenance: Record<string, string>
  none: string
}) {
  if (schema === undefined) return <EmptyState title={none} />
  return (
    <div className="space-y-3">
      <SchemaTree schema={schema} provenance={provenance} />
      <CollapsibleDetail label="Show it as JSON">
        <CodeBlock label={name} text={canonicalJson(schema)} />
      </CollapsibleDetail>
    </div>
  )
}
