import { foldName } from '@/lib/base/foldName'
import { getOwn, isJsonObject, type JsonObject } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { WorkerCatalog } from '@/lib/catalog/entry'
import { nearestName } from '@/lib/schema/nearestName'

/**
 * Where a design says what somebody wrote in a wrong place, or misspelt: a sentence, or undefined where nothing is like it. `own` are the names that
 * the place itself knows, which come first.
 */
export function placeOfName(
  name: string,
  own: string[],
  { worker, engines, plugins }: WorkerCatalog,
): string | undefined {
  const ways = new Map<string, string>()
  const add = (known: string, way: string) => {
    if (!ways.has(known)) ways.set(known, way)
  }
  for (const known of own) add(known, `Did you mean ${known}?`)
  for (const known of namesOf(worker.configSchema)) add(known, `Write ${known} below settings.`)
  for (const plugin of Object.values(plugins)) {
    for (const known of namesOf(plugin.configSchema)) {
      add(known, `Write ${known} below plugins.${plugin.name}.`)
    }
    const flag = pointerSegments(plugin.switch?.path ?? '').at(-1)
    if (flag !== undefined) {
      add(flag, `A design has no ${flag}: name ${plugin.name} below plugins to switch it on, or leave it out.`)
    }
    add(plugin.name, `Name the plugin ${plugin.name} below plugins.`)
  }
  for (const engine of Object.values(engines)) {
    add(engine.name, `Name the engine ${engine.name} at engine.name.`)
    for (const known of namesOf(engine.configSchema))
      add(known, `Write ${known} below engine.config, for the engine ${engine.name}.`)
  }
  for (const [known, holder] of nested(worker.configSchema)) add(known, `Write ${known} below settings.${holder}.`)
  const same = [...ways.keys()].find((known) => foldName(known) === foldName(name))
  const near = same ?? nearestName(name, own) ?? nearestName(name, [...ways.keys()])
  return near === undefined ? undefined : ways.get(near)
}

function namesOf({ properties }: JsonObject): string[] {
  return Object.keys(isJsonObject(properties) ? properties : {})
}

/** Names one level below, with the property that they stand in. */
function nested({ properties }: JsonObject): [string, string][] {
  return Object.entries(isJsonObject(properties) ? properties : {}).flatMap(([holder, schema]) => {
    if (!isJsonObject(schema)) return []
    const branches = ['oneOf', 'anyOf'].flatMap((keyword) => {
      const found = getOwn(schema, keyword)
      return Array.isArray(found) ? found.filter(isJsonObject) : []
    })
    return [schema, ...branches].flatMap(namesOf).map((name): [string, string] => [name, holder])
  })
}
