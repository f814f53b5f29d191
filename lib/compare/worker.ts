import { parentPort } from 'node:worker_threads'
import { compareSchemas } from '../schema/compare/compareSchemas'
import type { CompareAnswer, CompareRequest } from './message'

/** The thread that compares: bundled into `dist/compareWorker.mjs`, started by `compareInWorker`. */
parentPort?.on('message', ({ id, old, new: next, origins, budget }: CompareRequest) => {
  const end = performance.now() + budget
  const answer = (message: CompareAnswer) => parentPort?.postMessage(message)
  const comparison = compareSchemas(old, next, {
    outOfTime: () => performance.now() > end,
    onVerdicts: (verdicts) => answer({ id, verdicts }),
    ...(origins === undefined ? {} : { origins }),
  })
  answer({ id, comparison })
})
