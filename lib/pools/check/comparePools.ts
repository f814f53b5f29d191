import { compareJson, type JsonChange } from '@/lib/base/compareJson'
import { equalJson, getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import { lifecycleRules } from '@/lib/pools/rules/cloudRules'
import { definitionProperties } from '@/lib/pools/rules/definitionRules'

/**
 * What would change if a pool that is there got another definition, by place; none where both mean the same to worker-manager. Which order
 * launch configurations have means nothing, names that worker-manager has given them are its own, and a default that it has filled in is no
 * difference. Places are those of the wanted definition; a launch configuration that goes has its place in the one that is there.
 */
export function comparePools(found: JsonObject, wanted: JsonObject): JsonChange[] {
  const there = withDefaults(definitionOf(found))
  const ours = withDefaults(definitionOf(wanted))
  const { config: configThere = {}, ...restThere } = there
  const { config: configOurs = {}, ...restOurs } = ours
  const frame = compareJson(restThere, restOurs)
  const [theirs, own] = [launchConfigsOf(configThere), launchConfigsOf(configOurs)]
  if (theirs === undefined || own === undefined) return [...frame, ...compareJson(configThere, configOurs, 'config')]
  const bare = (config: JsonValue) => (isJsonObject(config) ? { ...config, launchConfigs: [] } : config)
  return [...frame, ...compareJson(bare(configThere), bare(configOurs), 'config'), ...compareLaunchConfigs(theirs, own)]
}

/** The five properties of a pool that make its definition, of all that worker-manager answers. */
export function definitionOf(pool: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(pool).filter(([name]) => Object.hasOwn(definitionProperties, name)))
}

function compareLaunchConfigs(theirs: JsonValue[], ours: JsonValue[]): JsonChange[] {
  const path = (i: number) => appendPath('config.launchConfigs', i)
  const left = theirs.map((value, index) => ({ value, index }))
  const take = (fits: (value: JsonValue) => boolean) => {
    const at = left.findIndex(({ value }) => fits(value))
    return at === -1 ? undefined : left.splice(at, 1)[0]?.value
  }
  // One that has the very name goes to it, before others take what is the same under any name.
  const exact = ours.map((one) => take((other) => equalJson(other, one)))
  const equal = ours.map((one, i) => exact[i] ?? take((other) => equalJson(sameNames(other, one), one)))
  const changes = ours.flatMap((one, i): JsonChange[] => {
    if (equal[i] !== undefined) return []
    const other = take((candidate) => placeOf(candidate) !== undefined && placeOf(candidate) === placeOf(one))
    if (other === undefined) return [{ path: path(i), kind: 'added', after: one }]
    return compareJson(sameNames(other, one), one, path(i))
  })
  return [
    ...changes,
    ...left.map(({ value, index }): JsonChange => ({ path: path(index), kind: 'removed', before: value })),
  ]
}

/** Theirs without the name that worker-manager gave it, where ours says none. */
function sameNames(theirs: JsonValue, ours: JsonValue): JsonValue {
  if (!isJsonObject(theirs) || !isJsonObject(ours)) return theirs
  const [manager, own = {}] = [getOwn(theirs, 'workerManager'), getOwn(ours, 'workerManager')]
  if (!isJsonObject(manager) || !isJsonObject(own) || Object.hasOwn(own, 'launchConfigId')) return theirs
  const { launchConfigId: _, ...rest } = manager
  const { workerManager: __, ...other } = theirs
  const isLeft = Object.keys(rest).length > 0 || Object.hasOwn(ours, 'workerManager')
  return isLeft ? { ...theirs, workerManager: rest } : other
}

/** Where and as what a launch configuration starts machines: what tells it from others. */
function placeOf(launchConfig: JsonValue): string | undefined {
  if (!isJsonObject(launchConfig)) return undefined
  const { region, zone, location, machineType, hardwareProfile, armDeployment, launchConfig: arguments_ } = launchConfig
  const instance = isJsonObject(arguments_) ? [arguments_.InstanceType, arguments_.SubnetId, arguments_.Placement] : []
  const parameters = isJsonObject(armDeployment) ? armDeployment.parameters : undefined
  return JSON.stringify([region, zone, location, machineType, hardwareProfile, parameters, ...instance])
}

function launchConfigsOf(config: JsonValue): JsonValue[] | undefined {
  const launchConfigs = isJsonObject(config) ? getOwn(config, 'launchConfigs') : undefined
  return Array.isArray(launchConfigs) ? launchConfigs : undefined
}

function withDefaults(definition: JsonObject): JsonObject {
  const config = getOwn(definition, 'config')
  const lifecycle = isJsonObject(config) ? getOwn(config, 'lifecycle') : undefined
  if (!isJsonObject(config) || !isJsonObject(lifecycle)) return definition
  const names = Object.hasOwn(config, 'launchConfigs') ? undefined : ['reregistrationTimeout']
  const defaults = Object.entries(isJsonObject(lifecycleRules.properties) ? lifecycleRules.properties : {})
    .filter(([name]) => names === undefined || names.includes(name))
    .flatMap(([name, schema]) =>
      isJsonObject(schema) && schema.default !== undefined ? [[name, schema.default] as const] : [],
    )
  return { ...definition, config: { ...config, lifecycle: { ...Object.fromEntries(defaults), ...lifecycle } } }
}
