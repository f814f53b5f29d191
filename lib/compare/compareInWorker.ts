import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { JsonValue } from '../base/json'
import type { CompareOptions, SchemaComparison } from '../schema/compare/schemaComparison'
import { undecidedComparison } from '../schema/compare/undecidedComparison'
import type { CompareAnswer, CompareRequest } from './message'

export interface CompareInWorkerOptions extends Pick<CompareOptions, 'origins'> {
  /** milliseconds; past it, what is left is undecided. 2000 where none is given. */
  budget?: number
}

/** Compares schemas in a thread of its own, so that the server answers meanwhile. */
export interface Comparer {
  /** As `compareSchemas`, but never later than the budget, from when its turn has come. Never rejects for what is in the schemas. */
  compare(old: JsonValue, next: JsonValue, options?: CompareInWorkerOptions): Promise<SchemaComparison>
  /** ends the thread; what waits is undecided */
  close(): Promise<void>
}

const defaultBudget = 2000
/** kept back of the budget, for what cannot be interrupted and for the way to the thread and back */
const reserve = 0.15
const mostMegabytes = 512

interface Job {
  request: CompareRequest
  resolve(comparison: SchemaComparison): void
}

/** A comparer with one thread, started when it is first needed; comparisons wait for each other. */
export function createComparer({ workerFile = findWorkerFile() }: { workerFile?: string } = {}): Comparer {
  const waiting: Job[] = []
  let worker: Worker | undefined
  let current:
    | { job: Job; timer: NodeJS.Timeout; verdicts?: Pick<SchemaComparison, 'forward' | 'backward'> }
    | undefined
  let lastId = 0

  const finish = (comparison: SchemaComparison): void => {
    if (current === undefined) return
    clearTimeout(current.timer)
    const { job } = current
    current = undefined
    job.resolve(comparison)
    next()
  }

  /** Ends the thread, which is busy or broken; the next comparison starts another one. */
  const giveUp = (reason: string): void => {
    const broken = worker
    worker = undefined
    broken?.removeAllListeners()
    // a thread that was told to end may still report that it did not go well
    broken?.on('error', () => undefined)
    void broken?.terminate()
    const undecided = undecidedComparison(reason)
    finish({ ...undecided, ...current?.verdicts })
  }

  const start = (): Worker => {
    // A plain `new Worker` makes the bundler of the app look for the file, and then take in the whole project for it.
    const started: Worker = Reflect.construct(Worker, [
      workerFile,
      { resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } },
    ])
    // a process that has nothing else to do may end
    started.unref()
    started.on('message', (answer: CompareAnswer) => {
      if (current === undefined || current.job.request.id !== answer.id) return
      if ('comparison' in answer) finish(answer.comparison)
      else current.verdicts = answer.verdicts
    })
    started.on('error', (error) => giveUp(`comparing ended early: ${error.message}`))
    started.on('exit', () => giveUp('comparing ended early'))
    return started
  }

  const next = (): void => {
    const job = current === undefined ? waiting.shift() : undefined
    if (job === undefined) {
      if (current === undefined) worker?.unref()
      return
    }
    worker ??= start()
    worker.ref()
    const timer = setTimeout(() => giveUp('the time was up'), job.request.budget)
    current = { job, timer }
    worker.postMessage({ ...job.request, budget: job.request.budget * (1 - reserve) })
  }

  return {
    compare(old, next_, { budget = defaultBudget, origins } = {}) {
      const request: CompareRequest = {
        id: ++lastId,
        old,
        new: next_,
        budget,
        ...(origins === undefined ? {} : { origins }),
      }
      return new Promise((resolve) => {
        waiting.push({ request, resolve })
        next()
      })
    },
    async close() {
      const undecided = undecidedComparison('comparing was ended')
      for (const job of waiting.splice(0)) job.resolve(undecided)
      const ended = worker
      giveUp('comparing was ended')
      await ended?.terminate()
    },
  }
}

let shared: Comparer | undefined

/** Compares two schemas in the thread that this process has for it. */
export function compareInWorker(
  old: JsonValue,
  next: JsonValue,
  options?: CompareInWorkerOptions,
): Promise<SchemaComparison> {
  shared ??= createComparer()
  return shared.compare(old, next, options)
}

/** The bundle of the thread: beside this code in `dist`, else in `dist` below the working directory. */
function findWorkerFile(): string {
  const here: string | undefined = import.meta.url
  const folders = [...(here?.startsWith('file:') ? [dirname(fileURLToPath(here))] : []), join(process.cwd(), 'dist')]
  const found = folders.map((folder) => join(folder, 'compareWorker.mjs')).find((path) => existsSync(path))
  if (found === undefined) throw new Error(`no compareWorker.mjs in ${folders.join(' or ')}: run npm run build:cli`)
  return found
}
