import { parseDesign } from './parseDesign'

/** Which entries of the catalog a design mentions. */
export interface UsedEntries {
  worker: string
  plugins: string[]
  engines: string[]
  /** the versions that it pins, by label */
  pins: Record<string, string>
}

/** What a text uses; undefined where it cannot be read as a design. */
export function usedEntries(document: string): UsedEntries | undefined {
  const parsed = parseDesign(document)
  if (!parsed.ok) return undefined
  const { worker, engine, otherEngines, plugins, disabledPlugins, catalog = {} } = parsed.value.design
  return {
    worker,
    plugins: [...Object.keys(plugins), ...disabledPlugins],
    engines: [...(typeof engine.name === 'string' ? [engine.name] : []), ...Object.keys(otherEngines)],
    pins: catalog,
  }
}
