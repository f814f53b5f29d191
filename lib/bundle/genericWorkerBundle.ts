import { canonicalJson } from '@/lib/base/json'
import { type Result, succeed } from '@/lib/base/problem'
import type { Catalog } from '@/lib/catalog/entry/entry'
import type { Composition } from '@/lib/compose/composition'
import { codeSpan, fencedBlock } from '@/lib/compose/documentation/markdown'
import { poolFiles } from '@/lib/pools/files/poolFiles'
import { describedFile } from './bundleFile'
import { composedPool, poolWorker } from './pool/composedPool'
import type { ProgramParts } from './programParts'

/** A worker whose design says nothing of a pool stands alone. */
const STANDALONE = { provider: 'standalone', config: {} }

/**
 * Configuration of generic-worker and of worker-runner, and the pool at worker-manager where the design has one. What differs from host to host is a
 * placeholder. Problems are those of the pool.
 */
export function genericWorkerBundle(composition: Composition, catalog: Catalog): Result<ProgramParts> {
  const composed = composedPool(composition, catalog)
  if (!composed.ok) return composed
  const { pool, worker } = composed.value ?? { pool: STANDALONE, worker: poolWorker(composition, catalog) }
  const made = poolFiles(pool, worker)
  if (!made.ok) return made
  const { files, variables } = made.value
  const config = describedFile(
    'worker-config.json',
    'the part of the worker’s configuration that the design decides',
    canonicalJson(composition.workerConfig),
  )
  return succeed(
    { files: [...files, config], readme: readme(composition, new Set(files.map(({ path }) => path)), variables) },
    made.problems,
  )
}

function readme({ provisionerId, workerType }: Composition, paths: ReadonlySet<string>, variables: string[]): string[] {
  const pool = codeSpan(`${provisionerId}/${workerType}`)
  return [
    ...(paths.has('worker-pool.json')
      ? [
          '## Make the pool',
          `Worker-manager starts workers, or takes them, once it knows the pool ${pool}:`,
          block(`taskcluster api workerManager createWorkerPool ${provisionerId}/${workerType} < worker-pool.json`),
          'Where the deployment keeps its pools in git, give `worker-pool.tc-admin.yml` to tc-admin instead.',
        ]
      : []),
    '## Start a worker',
    ...(variables.length === 0
      ? []
      : [
          `Some files have placeholders for what only the machine knows: ${variables.map(codeSpan).join(', ')}. Set these variables, and let ${codeSpan('fill.sh')} write the files that a worker can read, which hold secrets then:`,
          block('./fill.sh worker-runner.yml > /etc/start-worker.yml'),
        ]),
    'With worker-runner, which starts the worker and keeps it running:',
    block(`start-worker ${variables.length === 0 ? 'worker-runner.yml' : '/etc/start-worker.yml'}`),
    ...(paths.has('generic-worker.config.json')
      ? [
          'Or the worker alone, with its whole configuration in one file:',
          block(
            './fill.sh generic-worker.config.json > /etc/generic-worker.config.json\ngeneric-worker run --config /etc/generic-worker.config.json',
          ),
        ]
      : []),
  ]
}

function block(text: string): string {
  return fencedBlock(text, 'sh')
}
