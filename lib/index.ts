/**
 * The functions behind the command line, for programs of your own:
 *
 * ```ts
 * const catalog = loadCatalog()
 * const imported = importConfig(text, { catalog })
 * if (!imported.ok) throw new Error(imported.problems[0]?.message)
 * const composition = composeWorkerType(imported.value.design, catalog)
 * const validate = compilePayloadValidator(composition.effectiveSchema ?? {})
 * const violations = validate({ command: ['true'] })
 * ```
 */

export type { JsonObject, JsonValue } from './base/json'
export type { Problem, Result } from './base/problem'
export { archiveBundle } from './bundle/archiveBundle'
export { buildBundle } from './bundle/buildBundle'
export type { Catalog, EngineEntry, PluginEntry, WorkerEntry } from './catalog/entry/entry'
export { loadCatalog } from './catalog/loadCatalog'
export { compareSchemas } from './compare/compareSchemas'
export type { Inclusion, SchemaChange, SchemaComparison } from './compare/schemaComparison'
export { composeWorkerType } from './compose/composeWorkerType'
export type { Composition, MatrixCell, Restriction, SupportMatrix } from './compose/composition'
export type { Design } from './compose/design/design'
export { formatDesign } from './compose/design/formatDesign'
export { type ImportedConfig, type ImportOptions, importConfig, startConfig } from './compose/read/importConfig'
export { parseDesign } from './compose/read/parseDesign'
export { previewTasks } from './preview/previewTasks'
export { readTasks } from './preview/readTasks'
export type { TaskVerdict } from './preview/taskVerdict'
export { compilePayloadValidator, type PayloadValidator } from './schema/validate/compilePayloadValidator'
export type { SchemaViolation } from './schema/validate/explain/finding'
export { compareInWorker } from './thread/compareInWorker'
