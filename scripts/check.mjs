import { join } from 'node:path'
import { ensureInstalled } from './steps/ensureInstalled.mjs'
import { main } from './steps/main.mjs'
import { projectRoot } from './steps/projectRoot.mjs'
import { run } from './steps/run.mjs'

const tools = [
  { what: 'format and lint', bin: '@biomejs/biome/bin/biome', args: ['ci', '--error-on-warnings', '.'] },
  { what: 'route types', bin: 'next/dist/bin/next', args: ['typegen'], quiet: true },
  { what: 'types', bin: 'typescript/bin/tsc', args: ['--noEmit', '-p', '.'] },
  { what: 'dead code', bin: 'knip/bin/knip.js', args: [] },
  {
    what: 'arrows between the rooms',
    bin: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--output-type', 'err', 'app', 'lib', 'scripts', 'e2e', 'bench'],
  },
]

await main(async () => {
  await ensureInstalled()
  const results = []
  const tell = (what, isInOrder) => {
    process.stdout.write(`${isInOrder ? 'ok    ' : 'FAILED'} ${what}\n`)
    results.push(isInOrder)
  }
  for (const { what, bin, args, quiet } of tools) {
    const env = { NEXT_TELEMETRY_DISABLED: '1' }
    const status = await run(process.execPath, [join(projectRoot, 'node_modules', bin), ...args], { env, quiet })
    tell(what, status === 0)
  }
  // needs what ensureInstalled has installed
  const { readsAboveRoot } = await import('./steps/readsAboveRoot.mjs')
  const found = readsAboveRoot()
  for (const { file, line, path } of found) process.stdout.write(`${file}:${line} leads to ${path}\n`)
  tell('paths within the repository', found.length === 0)
  const { houseRules } = await import('./steps/houseRules.mjs')
  const { broken, table } = houseRules()
  for (const sentence of broken) process.stdout.write(`${sentence}\n`)
  tell(`sizes of the house (${table})`, broken.length === 0)
  const { slowPatterns } = await import('./steps/slowPatterns.mjs')
  const patterns = slowPatterns()
  for (const { file, line, source, why, excuse } of patterns) {
    process.stdout.write(`${file}:${line} /${source}/ ${excuse === undefined ? why : `is bounded: ${excuse}`}\n`)
  }
  tell(
    'patterns that take time in proportion',
    patterns.every(({ excuse }) => excuse !== undefined),
  )
  const passed = results.filter((isInOrder) => isInOrder).length
  if (passed < results.length) process.exitCode = 1
  process.stdout.write(`${passed} passed, ${results.length - passed} failed\n`)
})
