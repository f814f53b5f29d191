import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { findViolations } from '@/lib/schema/validate/findViolations'
import { readRecorded } from './genericWorkerConformance'

/** What worker-runner, and the image of a machine, bring. */
const brought: JsonObject = {
  accessToken: 'x',
  clientId: 'x',
  rootURL: 'https://tc.example.com',
  workerId: 'x',
  workerType: 'x',
  ed25519SigningKeyLocation: '/key',
}

/**
 * Why a build of generic-worker does not start with a configuration, as its recorded properties and the rules across them say (facts on
 * generic-worker, section d). Knows nothing of the catalog. Empty where it starts.
 */
export function whyNotStarting(target: string, config: JsonObject): string[] {
  const schema = readRecorded<JsonObject>('config', `${target}.schema`)
  const whole = { ...brought, ...config }
  const wrong = findViolations(schema, whole).map(
    ({ path, message, property }) => `${path}/${property ?? ''} ${message}`,
  )
  const capacity = numberOf(whole.capacity, 1)
  const needsHeadless = target.startsWith('multiuser-') && capacity > 1 && whole.headlessTasks !== true
  return [...wrong, ...(needsHeadless ? ['capacity without headlessTasks'] : []), ...clashes(whole, capacity)]
}

function clashes(config: JsonObject, capacity: number): string[] {
  const more = 4 * (capacity - 1)
  const blocks: [string, string, number, number][] = [
    ['enableLiveLog', 'livelogPortBase', 60098, 1],
    ['enableInteractive', 'interactivePort', 53654, 0],
    ['enableTaskclusterProxy', 'taskclusterProxyPort', 80, 0],
  ]
  const used = blocks.filter(([flag]) => config[flag] !== false)
  const ranges = used.map(([, name, usual, extra]) => {
    const from = numberOf(config[name], usual)
    return { name, from, to: from + extra + more }
  })
  return ranges.flatMap(({ name, from, to }, i) => [
    ...(to > 65535 ? [`${name} goes beyond 65535`] : []),
    ...ranges
      .slice(i + 1)
      .flatMap((other) => (from <= other.to && other.from <= to ? [`${name} meets ${other.name}`] : [])),
  ])
}

function numberOf(value: unknown, usual: number): number {
  return typeof value === 'number' ? value : usual
}

/** The members of a configuration as an object. */
export function asObject(value: unknown): JsonObject {
  const json = JSON.parse(JSON.stringify(value ?? null))
  return isJsonObject(json) ? json : {}
}
