// `npm run test:node -- 24` runs `npm test` on another Node, which comes from the package `node`; what follows goes to `npm test`.
import { access, mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { ensureInstalled } from './steps/ensureInstalled.mjs'
import { main } from './steps/main.mjs'
import { projectRoot } from './steps/projectRoot.mjs'
import { run } from './steps/run.mjs'
import { StepFailure } from './steps/StepFailure.mjs'

const [version = '', ...rest] = process.argv.slice(2)

/** The folder with the program of that version, installed where it is missing. */
async function installNode() {
  const folder = join(projectRoot, 'dist', 'node', version)
  const bin = join(folder, 'node_modules', 'node', 'bin')
  const isThere = await access(join(bin, 'node')).then(
    () => true,
    () => false,
  )
  if (isThere) return bin
  process.stdout.write(`Installing Node ${version} …\n`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{"private": true}\n')
  const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error', `node@${version}`]
  if ((await run('npm', args)) !== 0) throw new StepFailure(`Node ${version} could not be installed; see above.`)
  return bin
}

await main(async () => {
  if (!/^\d+(\.\d+){0,2}$/.test(version)) throw new StepFailure('Say which Node: npm run test:node -- 24')
  await ensureInstalled()
  const bin = await installNode()
  const env = { PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` }
  process.exitCode = await run(join(bin, 'node'), [join('scripts', 'test.mjs'), ...rest], { env })
})
