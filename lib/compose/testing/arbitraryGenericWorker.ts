import fc from 'fast-check'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { Catalog } from '@/lib/catalog/entry/entry'
import type { Design } from '@/lib/compose/design/design'
import { importConfig } from '@/lib/compose/read/importConfig'

const plain = { noNullPrototype: true }
const maybe = <T>(value: fc.Arbitrary<T>, weight = 1) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight, arbitrary: value })
const flag = fc.boolean()
/** A switch: mostly on, since each that is off refuses many tasks. */
const mostly = fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) })
const rarelyOff = fc.oneof({ weight: 40, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) })

function record(members: Record<string, fc.Arbitrary<JsonValue | undefined>>): fc.Arbitrary<JsonObject> {
  return fc.record(members, plain).map((value) => {
    const present = Object.entries(value).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined)
    return Object.fromEntries(present)
  })
}

const flags = (names: string[], value: fc.Arbitrary<boolean> = mostly) =>
  Object.fromEntries(names.map((name) => [name, maybe(value, 3)]))

const ALLOW = ['ChainOfTrust', 'DisableSeccomp', 'HostSharedMemory', 'Interactive', 'KVM', 'LoopbackAudio']
const ALLOW_MORE = ['LoopbackVideo', 'Privileged', 'Ptrace', 'TaskclusterProxy']

/** Configurations of a target: every switch, and the settings that decide about tasks. */
export function arbitraryConfig(target: string): fc.Arbitrary<JsonObject> {
  const linux = target.endsWith('-linux')
  const multiuser = target.startsWith('multiuser-')
  const common = ['ChainOfTrust', 'Interactive', 'LiveLog', 'ResourceMonitor', 'TaskclusterProxy']
  return record({
    ...flags(common.map((name) => `enable${name}`)),
    ...flags(['enableMetadata', 'enableMounts', 'enableOSGroups'], rarelyOff),
    ...(multiuser ? flags(['enableRunTaskAsCurrentUser']) : {}),
    ...(target === 'multiuser-windows' ? flags(['enableRDP', 'enableRunAsAdministrator']) : {}),
    ...(linux
      ? {
          ...flags(['enableLoopbackAudio', 'enableLoopbackVideo']),
          disableNativePayloads: maybe(flag),
          d2gConfig: maybe(
            record({ enableD2G: maybe(mostly, 9), ...flags([...ALLOW, ...ALLOW_MORE].map((name) => `allow${name}`)) }),
            9,
          ),
        }
      : {}),
    maxTaskRunTime: maybe(fc.constantFrom(1, 100, 86400)),
    capacity: maybe(fc.constantFrom(1, 4)),
  }).map((config) => (multiuser && Number(config.capacity) > 1 ? { ...config, headlessTasks: true } : config))
}

const weighted = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>, weight = 12) =>
  fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: odd })
const runTime = weighted(fc.constantFrom<JsonValue>(1, 100, 101, 86400), fc.constantFrom<JsonValue>(86401, 0, '1'))
const NATIVE = ['liveLog', 'backingLog', 'resourceMonitor', 'taskclusterProxy', 'interactive']
const POSIX = ['loopbackAudio', 'loopbackVideo']
const MULTIUSER = ['chainOfTrust', 'runTaskAsCurrentUser']
const WINDOWS = ['runAsAdministrator', 'hideCmdWindow']
const codes = weighted(fc.constantFrom<JsonValue>([], [1], [1, 2]), fc.constantFrom<JsonValue>([0], [-1], [2, 2]), 4)
const exits = record({ retry: maybe(codes), purgeCaches: maybe(codes) })

function native(target: string): fc.Arbitrary<JsonObject> {
  const windows = target === 'multiuser-windows'
  const known = [...NATIVE, ...(windows ? WINDOWS : POSIX), ...(target.startsWith('multiuser-') ? MULTIUSER : [])]
  const lines: JsonValue[] = [windows ? ['dir'] : [['ls']]]
  return record({
    command: weighted(fc.constantFrom<JsonValue>(...lines), fc.constantFrom<JsonValue>([['ls']], ['dir'], [])),
    maxRunTime: runTime,
    features: maybe(weighted(record(flags(known, flag)), record(flags([...WINDOWS, ...POSIX], flag))), 6),
    osGroups: maybe(fc.constantFrom<JsonValue>([], ['Administrators'], ['audio', 'Administrators'])),
    rdpInfo: windows ? maybe(fc.constantFrom('', 'login/rdp.json')) : fc.constant(undefined),
    mounts: maybe(
      weighted(
        fc.constantFrom<JsonValue>([], [{ cacheName: 'c', directory: 'd' }]),
        fc.constant<JsonValue>([{ directory: 'd' }]),
      ),
    ),
    onExitStatus: maybe(exits),
    env: maybe(fc.constantFrom<JsonValue>({}, { A: 'b' })),
    logs: maybe(fc.constantFrom<JsonValue>({}, { live: 'public/live' }, { live: 'a', backing: 'a' }, { backing: 'é' })),
    artifacts: maybe(
      fc.constantFrom<JsonValue>([], [{ type: 'file', path: 'a' }], [{ type: 'file', path: 'a', name: 'b/../c' }]),
    ),
  })
}

const long = 'n'.repeat(256)
const images = fc.constantFrom<JsonValue>(
  'ubuntu',
  { type: 'docker-image', name: 'a' },
  { type: 'indexed-image', namespace: 'a.b', path: 'public/x' },
  { type: 'indexed-image', namespace: long, path: 'public/x' },
  { type: 'indexed-image', namespace: 'a', path: long.repeat(5) },
  { type: 'task-image', taskId: 'P0fUGkj5Tte1Cicm9jDHww', path: 'public/x' },
  { type: 'task-image', taskId: 'bad', path: 'public/x' },
)
const docker = record({
  image: images,
  maxRunTime: runTime,
  features: maybe(
    record(
      flags(
        ['localLiveLog', 'bulkLog', 'artifacts', 'taskclusterProxy', 'interactive', 'allowPtrace', 'chainOfTrust'],
        flag,
      ),
    ),
    6,
  ),
  capabilities: maybe(
    record({
      ...flags(['privileged', 'disableSeccomp'], flag),
      devices: maybe(record(flags(['loopbackVideo', 'loopbackAudio', 'hostSharedMemory', 'kvm'], flag)), 3),
    }),
    3,
  ),
  cache: maybe(fc.constantFrom<JsonValue>({}, { c: '/c' })),
  onExitStatus: maybe(exits),
  env: maybe(fc.constantFrom<JsonValue>({}, { A: 'b' })),
  artifacts: maybe(fc.constantFrom<JsonValue>({}, { a: { type: 'file', path: '/a' } })),
})

/** Payloads of either form for a target, right and wrong ones. */
export function arbitraryTask(target: string): fc.Arbitrary<JsonObject> {
  const weight = target.endsWith('-linux') ? 3 : 1
  return fc.oneof({ weight: 3, arbitrary: native(target) }, { weight, arbitrary: docker })
}

/** Designs of a target: any configuration, with any of the plugins that cannot be switched off there left out, strict or not. */
export function arbitraryTargetDesign(catalog: Catalog, engine: string): fc.Arbitrary<Design> {
  const names = Object.keys(catalog.workers['generic-worker']?.plugins ?? {})
  const left = fc.subarray(names, { maxLength: 4 })
  return fc.tuple(arbitraryConfig(engine), left, fc.boolean()).map(([config, without, strict]) => {
    const imported = importConfig(JSON.stringify(config), { catalog, worker: 'generic-worker', engine })
    if (!imported.ok) throw new Error(JSON.stringify(imported.problems))
    const { design } = imported.value
    const plugins = Object.fromEntries(Object.entries(design.plugins).filter(([name]) => !without.includes(name)))
    return { ...design, plugins, strict }
  })
}
