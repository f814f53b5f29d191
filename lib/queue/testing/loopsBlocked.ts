import { existsSync, readFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
import { emptyLoop } from '@/lib/base/testing/loopsTaken'

/** Milliseconds that this thread has computed until now: neither what others do on the machine counts, nor what other threads do where that is known apart. */
function computed(): number {
  const ofThread = `/proc/self/task/${process.pid}/schedstat`
  if (isMainThread && existsSync(ofThread)) return Number(readFileSync(ofThread, 'utf8').split(' ')[0]) / 1e6
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The most that was computed in one piece of the loop while something is worked on, in empty loops of some 10 to 20 ms. */
export async function loopsBlocked(work: () => Promise<void>): Promise<number> {
  const started = computed()
  emptyLoop()
  const loop = computed() - started
  let [last, longest, runs] = [computed(), 0, true]
  const look = () => {
    const now = computed()
    longest = Math.max(longest, now - last)
    last = now
    if (runs) setImmediate(look)
  }
  setImmediate(look)
  await work()
  runs = false
  look()
  return longest / loop
}
