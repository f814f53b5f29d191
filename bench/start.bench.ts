import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printTable, type Timing } from './measure'

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

/** Milliseconds from `npm start` on a built checkout to the whole of the first page. */
async function untilFirstPage(dataDir: string): Promise<number> {
  const port = await freePort()
  const start = performance.now()
  const child = spawn('npm', ['start'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: 'ignore',
  })
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)
    if (answer?.ok) {
      await answer.text()
      break
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const took = performance.now() - start
  await stop(child)
  return took
}

function timing(times: number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b)
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? 0,
    least: sorted[0] ?? 0,
    most: sorted.at(-1) ?? 0,
    runs: sorted.length,
  }
}

const folder = mkdtempSync(join(tmpdir(), 'wtd-bench-'))
try {
  const fresh: number[] = []
  for (let i = 0; i < 3; i++) fresh.push(await untilFirstPage(join(folder, `fresh-${i}`)))
  const again: number[] = []
  for (let i = 0; i < 5; i++) again.push(await untilFirstPage(join(folder, 'fresh-0')))
  const [first, later] = [timing(fresh), timing(again)]
  printTable('npm start on a built checkout, to the first page', [
    { what: 'from an empty data directory', timing: first, goal: '5 s or less', met: first.median <= 5000 },
    { what: 'with a data directory', timing: later, goal: '5 s or less', met: later.median <= 5000 },
  ])
} finally {
  rmSync(folder, { recursive: true, force: true })
}
