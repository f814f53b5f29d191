import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countPlaywright } from './countPlaywright.mjs'
import { countVitest } from './countVitest.mjs'
import { projectRoot } from './projectRoot.mjs'
import { run } from './run.mjs'

/**
 * What became of one suite.
 * @typedef {{name: string, status: number, seconds: number, passed: number, failed: number, skipped: {file: string, title: string}[]}} SuiteResult
 */

const bin = (path) => join(projectRoot, 'node_modules', path)

/** The unit tests. */
const vitest = {
  command: (report) => [
    bin('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  count: countVitest,
}

/** The journeys in a browser. */
const playwright = {
  command: () => [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
  count: countPlaywright,
}

const programs = { vitest, playwright }

/**
 * Runs tests with one of the two programs, its output shown, and counts them.
 * @param {{name: string, program: 'vitest' | 'playwright', args?: string[], env?: Record<string, string | undefined>}} suite
 * @returns {Promise<SuiteResult>}
 */
export async function runSuite({ name, program, args = [], env = {} }) {
  const { command, count } = programs[program]
  const folder = await mkdtemp(join(tmpdir(), 'wtd-test-'))
  const report = join(folder, 'report.json')
  const started = performance.now()
  try {
    const status = await run(process.execPath, [...command(report), ...args], {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, NEXT_TELEMETRY_DISABLED: '1' },
    })
    const seconds = (performance.now() - started) / 1000
    const text = await readFile(report, 'utf8').catch(() => undefined)
    if (text === undefined) return { name, status, seconds, passed: 0, failed: 1, skipped: [] }
    return { name, status, seconds, ...count(JSON.parse(text)) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
