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
export type { Catalog, EngineEntry, PluginEntry, WorkerEntry } from './catalog/entry'
export { loadCatalog } from './catalog/loadCatalog'
export { compareInWorker } from './compare/compareInWorker'
export { composeWorkerType } from './compose/composeWorkerType'
export type { Composition, MatrixCell, Restriction, SupportMatrix } from './compose/composition'
export type { Design } from './compose/design'
export { formatDesign } from './compose/formatDesign'
export { type ImportedConfig, type ImportOptions, importConfig, startConfig } from './compose/importConfig'
export { parseDesign } from './compose/parseDesign'
export { previewTasks } from './preview/previewTasks'
export { readTasks } from './preview/readTasks'
export type { TaskVerdict } from './preview/taskVerdict'
export { compareSchemas } from './schema/compare/compareSchemas'
export type { Inclusion, SchemaChange, SchemaComparison } from './schema/compare/schemaComparison'
export { compilePayloadValidator, type PayloadValidator } from './schema/compilePayloadValidator'
export type { SchemaViolation } from './schema/schemaViolation'
