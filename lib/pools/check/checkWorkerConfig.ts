import { getOwn, isJsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import { foldName } from '@/lib/base/texts'
import { findPlaceholders } from '@/lib/pools/placeholders'

/** What worker-runner writes into the worker's configuration itself, whatever is there (facts of generic-worker). */
export const runnerProperties = [
  'accessToken',
  'availabilityZone',
  'certificate',
  'clientId',
  'privateIP',
  'provisionerId',
  'publicIP',
  'instanceType',
  'region',
  'rootURL',
  'workerGroup',
  'workerId',
  'workerLocation',
  'workerType',
]

/** Of these, what nobody else may read. */
export const secretProperties = ['accessToken', 'certificate']

/**
 * Looks at `workerConfig` of a pool, which worker-manager passes on unseen: a mistake shows when a machine starts. Problems:
 * `pool-worker-config-form` (another key beside `genericWorker`), `pool-reference` (nobody replaces a reference there), `pool-secret`
 * (everybody can read a pool), the notice `pool-property-overridden`, and the warning `pool-property-wins`.
 */
export function checkWorkerConfig(workerConfig: JsonValue | undefined, path: string): Problem[] {
  if (!isJsonObject(workerConfig)) return []
  const problems: Problem[] = []
  const others = Object.keys(workerConfig).filter((key) => key !== 'genericWorker')
  const genericWorker = getOwn(workerConfig, 'genericWorker')
  if (genericWorker !== undefined && others.length > 0) {
    problems.push({
      code: 'pool-worker-config-form',
      severity: 'error',
      message: `Beside genericWorker there is ${others.join(', ')}: worker-runner takes all of it for a flat configuration, and the worker does not know a property genericWorker.`,
      path,
      help: 'Leave genericWorker alone.',
    })
  }
  const config = isJsonObject(genericWorker) ? getOwn(genericWorker, 'config') : undefined
  if (!isJsonObject(config)) return problems
  const configPath = `${path}.genericWorker.config`
  problems.push(...findPlaceholders(config, '').map((found) => unusableReference(found.path, configPath)))
  for (const name of Object.keys(config)) {
    const place = appendPath(configPath, name)
    const property = runnerProperties.find((one) => foldName(one) === foldName(name))
    if (isSecret(name)) problems.push(visibleSecret(name, place))
    else if (property !== undefined)
      problems.push(name > property ? winning(name, property, place) : overridden(name, place))
  }
  return problems
}

/** Whether the worker reads a member of its configuration as a secret of its own, whatever the case of its letters. */
export function isSecret(name: string): boolean {
  return secretProperties.some((property) => foldName(property) === foldName(name))
}

function unusableReference(place: string, path: string): Problem {
  return {
    code: 'pool-reference',
    severity: 'error',
    message: `Worker-manager hands the configuration out as it is, so nobody replaces the reference${place === '' ? '' : ` at ${place}`}.`,
    path: joinPath(path, place),
    help: 'Write the value, or keep it in the secret `worker-pool:<pool>` of the deployment, which worker-runner merges in.',
  }
}

function visibleSecret(name: string, path: string): Problem {
  return {
    code: 'pool-secret',
    severity: 'error',
    message: `Everybody who can read the pool would see ${name}, and worker-runner replaces it.`,
    path,
    help: 'Take it out.',
  }
}

function overridden(name: string, path: string): Problem {
  return {
    code: 'pool-property-overridden',
    severity: 'notice',
    message: `Worker-runner replaces ${name} by what it knows of the machine.`,
    path,
  }
}

/** Of two spellings the worker takes the one that sorts later. */
function winning(name: string, property: string, path: string): Problem {
  return {
    code: 'pool-property-wins',
    severity: 'warning',
    message: `The worker takes ${name} instead of the ${property} that worker-runner writes.`,
    path,
    help: 'Take it out.',
  }
}

function joinPath(outer: string, inner: string): string {
  if (inner === '') return outer
  return inner.startsWith('[') ? outer + inner : `${outer}.${inner}`
}
