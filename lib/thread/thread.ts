import { Worker } from 'node:worker_threads'
import type { Base, Outcome, ThreadAnswer, ThreadRequest } from './message'
import { startStopwatch } from './stopwatch'

/** A thread that does one job at a time. When it has to be ended it is of no use any more. */
export interface Thread {
  /** the job must be the only one; rejects for mistakes in the program only */
  run(request: Omit<ThreadRequest, 'id' | 'base'>, base: Base | undefined): Promise<Outcome<unknown, unknown>>
  /** it has ended, or was ended */
  readonly ended: boolean
  end(): Promise<void>
}

export interface ThreadOptions {
  /** its code, an ES module that calls `serveOperations` */
  file: string
  /** of memory for its JavaScript objects, in MB */
  megabytes: number
  /** how long it may take to start, in milliseconds; the time of a job begins after that */
  startLimit: number
  /** it has ended by itself while it had nothing to do */
  onEnd(): void
}

/** Where the garbage of a job collects; with the usual 48 MB each thread takes 20 MB more, and is no faster. */
const megabytesOfYoung = 8

/** kept back of the budget, for what cannot be interrupted and for the way to the thread and back */
const reserve = 0.15

interface Current {
  id: number
  part?: { part: unknown }
  timer: NodeJS.Timeout
  begin(): void
  settle(outcome: Outcome<unknown, unknown>): void
  reject(error: unknown): void
}

/** Starts a thread. A process that has nothing else to do may end. */
export function startThread({ file, megabytes, startLimit, onEnd }: ThreadOptions): Thread {
  // A plain `new Worker` makes the bundler of the app look for the file, and then take in the whole project for it.
  const worker: Worker = Reflect.construct(Worker, [
    file,
    {
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: megabytesOfYoung },
      stdout: false,
      stderr: false,
    },
  ])
  worker.unref()
  let current: Current | undefined
  let ready = false
  let ended = false
  let lastId = 0
  let sentBase: string | undefined

  const take = (): Current | undefined => {
    const taken = current
    current = undefined
    clearTimeout(taken?.timer)
    // what waits for the end of a thread keeps the process
    if (!ended) worker.unref()
    return taken
  }

  /** The thread is of no use any more, and whoever waits for it is told. */
  const giveUp = (why: 'out-of-time' | 'out-of-memory' | 'ended'): Promise<number> => {
    if (!ended) {
      ended = true
      worker.removeAllListeners()
      // a thread that was told to end may still report that it did not go well
      worker.on('error', () => undefined)
    }
    const terminated = worker.terminate()
    const taken = take()
    if (taken === undefined) onEnd()
    else taken.settle({ answered: false, why, ...taken.part })
    return terminated
  }

  worker.on('message', (message: ThreadAnswer) => {
    if ('ready' in message) {
      ready = true
      current?.begin()
    } else if (message.id === current?.id) {
      if ('part' in message) current.part = { part: message.part }
      else if ('value' in message) take()?.settle({ answered: true, value: message.value })
      else if (isStackOverflow(message.error)) take()?.settle({ answered: false, why: 'too-deep' })
      else take()?.reject(message.error)
    }
  })
  worker.on('error', (error) => void giveUp(isOutOfMemory(error) ? 'out-of-memory' : 'ended'))
  worker.on('exit', () => void giveUp('ended'))

  return {
    run: (request, base) =>
      new Promise((settle, reject) => {
        if (current !== undefined || ended) throw new Error('the thread has something else to do, or has ended')
        const id = ++lastId
        const news = base !== undefined && base.id !== sentBase ? { base } : {}
        const waitFor = (limit: number) => {
          const remaining = startStopwatch(limit)
          const look = () => {
            const left = remaining()
            if (left === 0) void giveUp('out-of-time')
            else if (current?.id === id) current.timer = setTimeout(look, Math.ceil(left))
          }
          return setTimeout(look, limit)
        }
        current = {
          id,
          settle,
          reject,
          timer: waitFor(startLimit),
          begin() {
            clearTimeout(this.timer)
            this.timer = waitFor(request.budget)
            worker.postMessage({ ...request, ...news, id, budget: request.budget * (1 - reserve) })
          },
        }
        worker.ref()
        try {
          if (ready) current.begin()
          if (base !== undefined) sentBase = base.id
        } catch (error) {
          take()?.reject(error)
        }
      }),
    get ended() {
      return ended
    },
    async end() {
      await giveUp('ended')
    },
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/** A document that nests deeper than the stack of the thread. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message)
}
