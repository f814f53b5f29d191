import { canonicalJson } from '@/lib/base/canonicalJson'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { checkPool } from './checkPool'
import { createWorkerFile } from './files/createWorkerFile'
import { fillScript } from './files/fillScript'
import type { PoolFile } from './files/poolFile'
import { runnerFile } from './files/runnerFile'
import { tcAdminFile } from './files/tcAdminFile'
import { workerConfigFile } from './files/workerConfigFile'
import { placeholderNames } from './placeholders'
import { poolDefinition } from './poolDefinition'
import type { PoolInput, PoolWorker } from './poolInput'
import { findProvider } from './providers/providers'

/** The files of a pool, and the environment variables that `fill.sh` needs for them. */
export interface PoolFiles {
  files: PoolFile[]
  variables: string[]
}

/**
 * Everything to make a pool and to start a worker of it: the definition for worker-manager, the same for tc-admin, worker-runner's file and, where
 * the host has all of it, the worker's own configuration. The same input gives the same bytes. Problems: those of `checkPool`; errors
 * refuse the files, warnings and notices ride along.
 */
export function poolFiles(pool: PoolInput, worker: PoolWorker): Result<PoolFiles> {
  const problems = checkPool(pool, worker)
  const provider = findProvider(pool.provider)
  if (provider === undefined || problems.some(({ severity }) => severity === 'error')) return fail(problems)
  const files: PoolFile[] = [
    text('worker-runner.yml', 'what worker-runner on the host starts with', runnerFile(pool, worker, provider)),
  ]
  const built = poolDefinition(pool, worker)
  if (provider.managed === undefined) {
    const what = 'configuration of the worker, where it runs without worker-runner'
    files.push(text('generic-worker.config.json', what, workerConfigFile(pool, worker, provider)))
  }
  if (built !== undefined) {
    const { workerPoolId, definition } = built
    const body = `body of createWorkerPool and updateWorkerPool for ${workerPoolId}`
    files.push(
      text('worker-pool.json', body, canonicalJson(definition)),
      text('worker-pool.tc-admin.yml', 'the same pool for tc-admin', tcAdminFile(built)),
    )
  }
  if (provider.name === 'static') {
    files.push(text('create-worker.json', 'body of createWorker, one for each host', createWorkerFile(worker)))
  }
  const variables = [...new Set(files.flatMap(({ content }) => placeholderNames(content)))].sort()
  if (variables.length > 0) {
    const what = 'writes a file with the environment’s values in the place of placeholders'
    files.push({ path: 'fill.sh', what, content: fillScript, mode: 0o755 })
  }
  return succeed({ files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), variables }, problems)
}

function text(path: string, what: string, content: string): PoolFile {
  return { path, what, content, mode: 0o644 }
}
