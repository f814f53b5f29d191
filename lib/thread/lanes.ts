import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { operations } from './operations'
import { createThreadPool, type Pool } from './pool'

/** The threads of this process; they start when they are needed. */
export function lanes(): Lanes {
  const known = kept[key]
  if (known !== undefined) return known
  const made = {
    quick: createThreadPool<typeof operations>({ file: findThreadFile, size: 2, keep: 1 }),
    long: createThreadPool<typeof operations>({ file: findThreadFile, longestWait: 20_000 }),
    tasks: createThreadPool<typeof operations>({ file: findThreadFile, size: 2 }),
  }
  kept[key] = made
  return made
}

/** The bundle of the thread: beside this code in `dist` or above it, else in `dist` below the working directory. */
export function findThreadFile(): string {
  const here: string | undefined = import.meta.url
  const beside = here?.startsWith('file:') ? dirname(fileURLToPath(here)) : undefined
  const folders = [...(beside === undefined ? [] : [beside, dirname(beside)]), join(process.cwd(), 'dist')]
  const found = folders.map((folder) => join(folder, 'thread.mjs')).find((path) => existsSync(path))
  if (found === undefined) throw new Error(`no thread.mjs in ${folders.join(' or ')}: run npm run build:cli`)
  return found
}

export type ThreadPool = Pool<typeof operations>

/** The threads of a process. */
export interface Lanes {
  /** for what somebody waits for in front of a page; a second thread comes where one is not enough */
  quick: ThreadPool
  /** for what may take its time: comparing schemas, testing entries, texts of many tasks */
  long: ThreadPool
  /** for what the Queue decides of schemas and payloads that could take long */
  tasks: ThreadPool
}

// The app bundles its pages and route handlers apart from each other, and they still share one process.
const kept: { [key: symbol]: Lanes | undefined } = globalThis
const key = Symbol.for('worker-type-designer.lanes')

/** Ends the threads of this process; nobody is left waiting. */
export async function closeLanes(): Promise<void> {
  const known = kept[key]
  kept[key] = undefined
  await Promise.all([known?.quick.close(), known?.long.close(), known?.tasks.close()])
}
