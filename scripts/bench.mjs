import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureBuilt } from './steps/ensureBuilt.mjs'
import { ensureInstalled } from './steps/ensureInstalled.mjs'
import { main } from './steps/main.mjs'
import { projectRoot } from './steps/projectRoot.mjs'
import { run } from './steps/run.mjs'
import { StepFailure } from './steps/StepFailure.mjs'

// `npm run bench -- queue compose` runs what is named so, and hands flags on: `npm run bench -- queue --requests 200000`
const args = process.argv.slice(2)
const firstFlag = args.findIndex((arg) => arg.startsWith('--'))
const names = firstFlag < 0 ? args : args.slice(0, firstFlag)
const flags = firstFlag < 0 ? [] : args.slice(firstFlag)

const isWanted = (file) => names.length === 0 || names.some((name) => file.toLowerCase().includes(name.toLowerCase()))

await main(async () => {
  await ensureInstalled()
  const found = (await readdir(join(projectRoot, 'bench'))).filter((name) => name.endsWith('.bench.ts')).sort()
  const files = found.filter(isWanted)
  if (files.length === 0) throw new StepFailure(`Nothing in bench/ is named ${names.join(' or ')}.`)
  // only the start of the whole app needs it built
  if (files.includes('start.bench.ts')) await ensureBuilt()
  for (const file of files) {
    const status = await run(process.execPath, ['--import', 'tsx', join('bench', file), ...flags])
    if (status !== 0) throw new StepFailure(`bench/${file} failed.`)
  }
})
