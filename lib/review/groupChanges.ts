import type { SchemaChange } from '@/lib/schema/compare/schemaComparison'

/** The changes that one component has caused. */
export interface ChangeGroup {
  /** `plugin cache`; undefined for what no component is known to have caused */
  component: string | undefined
  changes: SchemaChange[]
}

/** Changes by component, in the order of the changes: a component with one that breaks tasks comes before others. */
export function groupChanges(changes: readonly SchemaChange[]): ChangeGroup[] {
  const groups = new Map<string | undefined, SchemaChange[]>()
  for (const change of changes) {
    const group = groups.get(change.component)
    if (group === undefined) groups.set(change.component, [change])
    else group.push(change)
  }
  return [...groups].map(([component, group]) => ({ component, changes: group }))
}
