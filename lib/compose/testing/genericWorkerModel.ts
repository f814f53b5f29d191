import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

/**
 * What a generic-worker does with a payload that its own schema has taken, told as the program tells it: feature after feature, each asked whether it
 * is requested and whether it is enabled (facts on generic-worker, sections b and c). It knows nothing of the catalog, so that the two can be held
 * against each other. Scopes, dependencies and the machine are taken as right.
 *
 * Returns why the task is refused; undefined where it runs. `fits` says whether a payload fits the program's own schema.
 */
export function refusalOf(
  target: string,
  config: JsonObject,
  payload: JsonObject,
  fits: (payload: JsonObject) => boolean,
): string | undefined {
  const settings = { ...DEFAULTS, ...config }
  const linux = target.endsWith('-linux')
  const multiuser = target.startsWith('multiuser-')
  if (!fits(payload)) return 'schema'
  let native = payload
  if (Object.hasOwn(payload, 'image')) {
    const d2g = linux && isJsonObject(config.d2gConfig) ? { ...D2G, ...config.d2gConfig } : D2G
    if (d2g.enableD2G !== true) return 'no D2G'
    native = translate(payload, d2g)
    if (!fits(native)) return 'schema after translation'
  } else if (linux && settings.disableNativePayloads === true) return 'native payloads disabled'
  const features = { ...FEATURES, ...member(native, 'features') }
  const off = (name: string) => settings[`enable${name}`] === false
  if (features.liveLog && off('LiveLog')) return 'liveLog'
  if (features.taskclusterProxy) {
    if (off('TaskclusterProxy')) return 'taskclusterProxy'
    if (target === 'multiuser-freebsd') return 'proxy on FreeBSD'
  }
  for (const name of ['OSGroups', 'Mounts', 'Metadata']) if (off(name)) return name
  if (features.resourceMonitor && off('ResourceMonitor')) return 'resourceMonitor'
  if (features.interactive && off('Interactive')) return 'interactive'
  const shared = Number(settings.capacity) > 1
  if (multiuser && features.runTaskAsCurrentUser && (off('RunTaskAsCurrentUser') || shared)) return 'current user'
  if (linux && features.loopbackAudio && off('LoopbackAudio')) return 'loopbackAudio'
  if (linux && features.loopbackVideo && off('LoopbackVideo')) return 'loopbackVideo'
  if (target === 'multiuser-windows') {
    if (native.rdpInfo !== undefined && native.rdpInfo !== '' && off('RDP')) return 'rdp'
    if (features.runAsAdministrator) {
      if (off('RunAsAdministrator') || shared) return 'administrator'
      const groups = Array.isArray(native.osGroups) ? native.osGroups : []
      if (!features.runTaskAsCurrentUser && !groups.includes('Administrators')) return 'no elevated token'
    }
  }
  if (multiuser && features.chainOfTrust) {
    if (off('ChainOfTrust')) return 'chainOfTrust'
    if (features.runTaskAsCurrentUser || features.runAsAdministrator) return 'key readable'
  }
  return Number(payload.maxRunTime) > Number(settings.maxTaskRunTime) ? 'maxTaskRunTime' : undefined
}

const DEFAULTS: JsonObject = { capacity: 1, maxTaskRunTime: 86400 }
const FEATURES: JsonObject = { liveLog: true, backingLog: true, resourceMonitor: true }
const D2G: JsonObject = { enableD2G: false }

function member(value: JsonObject, name: string): JsonObject {
  const found = value[name]
  return isJsonObject(found) ? found : {}
}

/** The payload that D2G makes of one for docker-worker, as far as the gates look at it. */
function translate(payload: JsonObject, d2g: JsonObject): JsonObject {
  const { image } = payload
  const asked: JsonObject = { localLiveLog: true, bulkLog: true, artifacts: true, ...member(payload, 'features') }
  const devices = member(member(payload, 'capabilities'), 'devices')
  const allowed = (wanted: JsonValue | undefined, name: string) => wanted === true && d2g[`allow${name}`] !== false
  const on: [string, boolean][] = [
    ['chainOfTrust', allowed(asked.chainOfTrust, 'ChainOfTrust')],
    ['interactive', allowed(asked.interactive, 'Interactive')],
    ['loopbackAudio', allowed(devices.loopbackAudio, 'LoopbackAudio')],
    ['loopbackVideo', allowed(devices.loopbackVideo, 'LoopbackVideo')],
    ['taskclusterProxy', typeOf(image) === 'indexed-image' || allowed(asked.taskclusterProxy, 'TaskclusterProxy')],
  ]
  const logs = asked.artifacts === true
  return {
    command: [['docker', 'run']],
    maxRunTime: payload.maxRunTime ?? 0,
    osGroups: ['docker'],
    features: {
      resourceMonitor: true,
      liveLog: logs && asked.localLiveLog === true,
      backingLog: logs && asked.bulkLog === true,
      ...Object.fromEntries(on.filter(([, wanted]) => wanted)),
    },
    mounts: mountsOf(image),
    ...(payload.onExitStatus === undefined ? {} : { onExitStatus: payload.onExitStatus }),
  }
}

function typeOf(image: JsonValue | undefined): string {
  return isJsonObject(image) && typeof image.type === 'string' ? image.type : ''
}

function mountsOf(image: JsonValue | undefined): JsonValue[] {
  if (!isJsonObject(image)) return []
  const { namespace = '', taskId = '', path: artifact = '' } = image
  if (image.type === 'indexed-image') return [{ file: 'dockerimage', content: { namespace, artifact } }]
  return image.type === 'task-image' ? [{ file: 'dockerimage', content: { taskId, artifact } }] : []
}
