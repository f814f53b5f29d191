import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Job, Operation } from '@/lib/thread/operations/job'

/** What the stub below can be asked. It is never called here: it says what the text of the thread does. */
export interface StubOperations extends Record<string, Operation> {
  /** gives its input back */
  echo(input: unknown): unknown
  /** sends its input ahead, then never answers and never looks at the clock */
  forever(input: unknown, job: Job<unknown>): never
  /** takes memory until there is none */
  hoard(input: null): never
  /** calls itself until the stack ends */
  deep(input: null): number
  /** ends the thread in the middle */
  die(input: null): never
  /** a mistake in the program */
  mistake(input: null): never
  /** whether it got a base just now, and which it has */
  base(input: null): { news: boolean; value: unknown }
  /** how many jobs this very thread has done */
  count(input: null): number
}

const code = `
import { parentPort } from 'node:worker_threads'
let base
let done = 0
const deep = (n) => 1 + deep(n + 1)
const run = {
  echo: (input) => input,
  forever: (input, { id }) => { parentPort.postMessage({ id, part: input }); for (;;) {} },
  hoard: () => { const all = []; for (;;) all.push(new Array(10000).fill(all.length)) },
  deep: () => deep(0),
  die: () => process.exit(3),
  mistake: () => { throw new Error('a mistake') },
  base: (input, request) => ({ news: request.base !== undefined, value: base?.value }),
  count: () => done,
}
parentPort.on('message', (request) => {
  base = request.base ?? base
  try {
    const value = run[request.name](request.input, request)
    done++
    parentPort.postMessage({ id: request.id, value })
  } catch (error) {
    parentPort.postMessage({ id: request.id, error })
  }
})
parentPort.postMessage({ ready: true })
`

/** Files of threads for tests: one that does what it is asked, one that never says that it is ready. */
export function stubThreads() {
  const folder = mkdtempSync(join(tmpdir(), 'thread-'))
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  return {
    stub: write('stub.mjs', code),
    deaf: write('deaf.mjs', 'for (;;) {}'),
    broken: write('broken.mjs', 'this is no program'),
    remove: () => rmSync(folder, { recursive: true }),
  }
}
