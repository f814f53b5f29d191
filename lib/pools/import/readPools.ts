import { getOwn, isJsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath } from '@/lib/base/path'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import type { ImportedPool } from './importedPool'
import { importProblem } from './importProblem'
import { readPool } from './readPool'
import { readRunner } from './readRunner'

/** One pool of a document: what came of it. */
export interface PoolOfDocument {
  /** where it stands in the document */
  path: string
  workerPoolId?: string
  read: Result<ImportedPool>
}

/**
 * Finds the pools of a document: one pool, the answer of listWorkerPools, a set of resources of tc-admin (`resources` with a `kind` each), a list of
 * pools, an object with a pool for each id, or a file of worker-runner. Problems: `no-pools` (an error), and `resource-ignored` for
 * resources that are no pools.
 */
export function readPools(document: JsonValue, providerTypes?: Record<string, string>): Result<PoolOfDocument[]> {
  const problems: Problem[] = []
  const places = placesOf(document, problems)
  if (places.length === 0) return fail([...problems, noPools()])
  const pools = places.map(({ path, value, workerPoolId, isRunner }): PoolOfDocument => {
    const read = isRunner ? readRunner(value, path) : readPool(value, { path, workerPoolId, providerTypes })
    const id = read.ok ? read.value.workerPoolId : (idOf(value) ?? workerPoolId)
    return { path, ...(id === undefined ? {} : { workerPoolId: id }), read }
  })
  return succeed(pools, problems)
}

interface Place {
  path: string
  value: JsonValue
  workerPoolId?: string
  isRunner?: boolean
}

function placesOf(document: JsonValue, problems: Problem[]): Place[] {
  if (Array.isArray(document)) return listed(document, '', problems)
  if (!isJsonObject(document)) return []
  for (const name of ['resources', 'workerPools', 'pools']) {
    const list = getOwn(document, name)
    if (Array.isArray(list)) return listed(list, name, problems)
    if (isJsonObject(list) && name !== 'resources') return named(list, name)
  }
  if (isJsonObject(document.provider) && isJsonObject(document.worker)) {
    return [{ path: '', value: document, isRunner: true }]
  }
  const isPool = ['workerPoolId', 'providerId'].some((name) => typeof document[name] === 'string')
  if (isJsonObject(document.config) && isPool) return [{ path: '', value: document }]
  return named(document, '')
}

function listed(list: JsonValue[], path: string, problems: Problem[]): Place[] {
  if (!list.some((value) => isJsonObject(value) && (Object.hasOwn(value, 'config') || Object.hasOwn(value, 'kind'))))
    return []
  return list.flatMap((value, i) => {
    const place = appendPath(path, i)
    const kind = isJsonObject(value) ? getOwn(value, 'kind') : undefined
    if (kind === undefined || kind === 'WorkerPool') return [{ path: place, value }]
    const message = `A resource of the kind ${JSON.stringify(kind)} is no worker pool.`
    problems.push(importProblem('resource-ignored', 'notice', message, place))
    return []
  })
}

/** An object that has a pool for each id. */
function named(object: { [id: string]: JsonValue }, path: string): Place[] {
  const entries = Object.entries(object)
  if (!entries.every(([id, value]) => id.includes('/') && isJsonObject(value))) return []
  return entries.map(([id, value]) => ({ path: appendPath(path, id), value, workerPoolId: id }))
}

function idOf(value: JsonValue): string | undefined {
  const id = isJsonObject(value) ? getOwn(value, 'workerPoolId') : undefined
  return typeof id === 'string' ? id : undefined
}

function noPools(): Problem {
  return importProblem(
    'no-pools',
    'error',
    'The document holds no worker pool.',
    '',
    'Take a pool as worker-manager answers it, resources of tc-admin, or a file of worker-runner.',
  )
}
