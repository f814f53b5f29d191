import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countPlaywright } from './steps/countPlaywright.mjs'
import { countVitest } from './steps/countVitest.mjs'
import { ensureBuilt } from './steps/ensureBuilt.mjs'
import { ensureInstalled } from './steps/ensureInstalled.mjs'
import { ensureProgram } from './steps/ensureProgram.mjs'
import { findChromium } from './steps/findChromium.mjs'
import { findPostgres } from './steps/findPostgres.mjs'
import { main } from './steps/main.mjs'
import { projectRoot } from './steps/projectRoot.mjs'
import { run } from './steps/run.mjs'
import { unexpectedSkips } from './steps/unexpectedSkips.mjs'

const bin = (path) => join(projectRoot, 'node_modules', path)

async function runSuite({ name, args, count }, env) {
  const folder = await mkdtemp(join(tmpdir(), 'wtd-test-'))
  const report = join(folder, 'report.json')
  try {
    const status = await run(process.execPath, args(report), {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, NEXT_TELEMETRY_DISABLED: '1' },
    })
    const text = await readFile(report, 'utf8').catch(() => undefined)
    if (text === undefined) return { name, status, passed: 0, failed: 1, skipped: [] }
    return { name, status, ...count(JSON.parse(text)) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const suites = [
  {
    name: 'vitest',
    args: (report) => [
      bin('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    count: countVitest,
  },
  {
    name: 'playwright',
    args: () => [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    count: countPlaywright,
  },
]

await main(async () => {
  await ensureInstalled()
  const env = {
    CHROMIUM_PATH: ensureProgram({ what: 'Chromium', find: findChromium, debianPackage: 'chromium' }),
    POSTGRES_BIN: ensureProgram({ what: 'PostgreSQL', find: findPostgres, debianPackage: 'postgresql' }),
  }
  await ensureBuilt()

  const results = []
  for (const suite of suites) results.push(await runSuite(suite, env))

  const skipped = results.flatMap((result) => result.skipped)
  const unexpected = unexpectedSkips(skipped)
  for (const { name, status, passed, failed } of results) {
    if (passed + failed === 0) process.stdout.write(`${name} ran no tests\n`)
    if (status !== 0 && failed === 0) process.stdout.write(`${name} ended with status ${status}\n`)
  }
  for (const { file, title } of skipped) process.stdout.write(`skipped: ${file}: ${title}\n`)

  const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
  const good = results.every(({ status, passed, failed }) => status === 0 && failed === 0 && passed > 0)
  if (!good || unexpected.length > 0) process.exitCode = 1
  process.stdout.write(`${total('passed')} passed, ${total('failed') + unexpected.length} failed\n`)
})
