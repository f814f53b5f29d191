import type { Base, Outcome } from './message'
import type { AnswerOf, InputOf, Operations, PartOf } from './operations/job'
import { startThread, type Thread } from './thread'

export interface AskOptions {
  /** milliseconds, from when the turn of the job has come */
  budget: number
  /** what the job rests on */
  base?: Base
}

/** A few threads that work for a queue of jobs. */
export interface Pool<Ops extends Operations> {
  /** Never rejects for what is in the input, only for mistakes in the program. */
  ask<Name extends keyof Ops & string>(
    name: Name,
    input: InputOf<Ops[Name]>,
    options: AskOptions,
  ): Promise<Outcome<AnswerOf<Ops[Name]>, PartOf<Ops[Name]>>>
  /** ends the threads; nobody is left waiting */
  close(): Promise<void>
}

export interface PoolOptions {
  /** the code of its threads; looked for when the first one starts */
  file(): string
  /** threads at most; the first starts with the first job, others when jobs wait for longer than `patience` */
  size?: number
  /** milliseconds */
  patience?: number
  /** jobs that may wait; others are turned away at once */
  mostWaiting?: number
  /** milliseconds that a job may wait for its turn */
  longestWait?: number
  /** memory of each thread for its objects, in MB */
  megabytes?: number
  /** milliseconds that a thread may take to start */
  startLimit?: number
  /** milliseconds after the last job when threads are ended, since each takes some 50 MB; the next job starts one */
  restAfter?: number
  /** how many stay all the same, for whoever should not wait for a start */
  keep?: number
}

interface Waiting {
  timer: NodeJS.Timeout
  begin(thread: Thread): void
  turnAway(why: 'busy' | 'ended'): void
}

/** Of memory for the objects of a thread, in MB, where nothing else is said. */
export const usualMegabytes = 512

/** A pool of threads that run the operations `Ops`. They start when they are needed, and are replaced when they had to be ended. */
export function createThreadPool<Ops extends Operations>({
  file,
  size = 1,
  patience = 100,
  mostWaiting = 50,
  longestWait = 10_000,
  megabytes = usualMegabytes,
  startLimit = 10_000,
  restAfter = 120_000,
  keep = 0,
}: PoolOptions): Pool<Ops> {
  const waiting: Waiting[] = []
  let idle: Thread[] = []
  let threads: Thread[] = []
  let impatient: NodeJS.Timeout | undefined
  let resting: NodeJS.Timeout | undefined
  let closing = false

  const start = (): Thread => {
    const thread = startThread({ file: file(), megabytes, startLimit, onEnd: forgetEnded })
    threads.push(thread)
    return thread
  }

  const forgetEnded = (): void => {
    threads = threads.filter((thread) => !thread.ended)
    idle = idle.filter((thread) => !thread.ended)
  }

  const next = (): void => {
    forgetEnded()
    if (threads.length === 0 && waiting.length > 0) idle.push(start())
    for (let thread = idle.shift(); thread !== undefined; thread = idle.shift()) {
      const job = waiting.shift()
      if (job === undefined) {
        idle.unshift(thread)
        break
      }
      job.begin(thread)
    }
    if (waiting.length === 0 || threads.length >= size) return
    impatient ??= setTimeout(() => {
      impatient = undefined
      if (waiting.length > 0 && threads.length < size) idle.push(start())
      next()
    }, patience)
    impatient.unref()
  }

  const done = (thread: Thread): void => {
    if (!thread.ended) idle.push(thread)
    forgetEnded()
    // whoever comes next need not wait for a thread to start
    if (threads.length === 0 && !closing) idle.push(start())
    next()
    clearTimeout(resting)
    if (!closing) resting = setTimeout(rest, restAfter).unref()
  }

  const rest = (): void => {
    for (const thread of idle.slice(keep)) void thread.end()
    forgetEnded()
  }

  const ask = (name: string, input: unknown, { budget, base }: AskOptions): Promise<Outcome<unknown, unknown>> =>
    new Promise((resolve, reject) => {
      if (waiting.length >= mostWaiting) {
        resolve({ answered: false, why: 'busy' })
        return
      }
      const job: Waiting = {
        timer: setTimeout(() => job.turnAway('busy'), longestWait),
        begin(thread) {
          clearTimeout(job.timer)
          thread
            .run({ name, input, budget }, base)
            .finally(() => done(thread))
            .then(resolve, reject)
        },
        turnAway(why) {
          clearTimeout(job.timer)
          const at = waiting.indexOf(job)
          if (at >= 0) waiting.splice(at, 1)
          resolve({ answered: false, why })
        },
      }
      waiting.push(job)
      next()
    })

  return {
    // the other end has an operation of that name: what comes back is its answer
    ask: ask as Pool<Ops>['ask'],
    async close() {
      closing = true
      clearTimeout(impatient)
      clearTimeout(resting)
      impatient = undefined
      for (const job of [...waiting]) job.turnAway('ended')
      await Promise.all(threads.map((thread) => thread.end()))
      forgetEnded()
      closing = false
    },
  }
}
