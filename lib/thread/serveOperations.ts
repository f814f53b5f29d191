import { parentPort } from 'node:worker_threads'
import type { Base, ThreadAnswer, ThreadRequest } from './message'
import type { Operations } from './operations/job'
import { startStopwatch } from './stopwatch'

/** The inside of a thread: does what it is asked, one after the other. */
export function serveOperations(operations: Operations): void {
  const port = parentPort
  if (port === null) throw new Error('this runs in a thread only')
  const answer = (message: ThreadAnswer) => port.postMessage(message)
  let base: Base | undefined
  port.on('message', ({ id, name, input, budget, base: sent }: ThreadRequest) => {
    if (sent !== undefined) base = sent
    const remaining = startStopwatch(budget)
    try {
      const run = Object.hasOwn(operations, name) ? operations[name] : undefined
      if (run === undefined) throw new Error(`there is no operation ${name}`)
      const job = {
        base,
        outOfTime: () => remaining() === 0,
        sendAhead: (part: unknown) => answer({ id, part }),
      }
      // whoever asks knows the types of the operation, and `Pool` holds them to it
      answer({ id, value: run(input as never, job as never) })
    } catch (error) {
      answer({ id, error })
    }
  })
  answer({ ready: true })
}
