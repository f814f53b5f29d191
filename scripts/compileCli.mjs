import { join } from 'node:path'
import { cachedScript, compiledFile } from './steps/cachedScript.mjs'
import { projectRoot } from './steps/projectRoot.mjs'
import { replaceFile } from './steps/replaceFile.mjs'

// Compiles the bundle of the command line: what a usual command runs is in it, and the rest is compiled when it is needed.
const bundle = join(projectRoot, 'dist', 'wtd.cjs')
const { script, run } = cachedScript(bundle)
const { main } = run()
let said = ''
const status = await main(['schema', join(projectRoot, 'public', 'examples', process.argv[2] ?? '')], {
  stdout: async () => {},
  stderr: async (text) => {
    said += text
  },
})
// what it says of the example is nobody's business, unless it does not work
if (status !== 0) throw new Error(`The command line does not work: ${said}`)
await replaceFile(compiledFile(bundle), script.createCachedData())
