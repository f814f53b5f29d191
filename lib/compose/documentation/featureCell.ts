import type { EngineEntry, PluginEntry } from '@/lib/catalog/entry'
import type { TaskFeature } from '@/lib/catalog/taskFeature'
import type { MatrixCell } from '@/lib/compose/composition'
import type { DocumentationInput } from './documentationInput'

/** What the engine of this worker type makes of a task feature; undefined for one that the matrix does not have. */
export function featureCell(
  { matrix, engine }: DocumentationInput,
  entry: EngineEntry | PluginEntry,
  { name }: TaskFeature,
): MatrixCell | undefined {
  const label = `${entry.kind} ${entry.name}`
  return matrix.rows.find(({ component, feature }) => component === label && feature === name)?.cells[engine.name]
}
