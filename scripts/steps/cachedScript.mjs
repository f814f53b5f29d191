import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { Script } from 'node:vm'

/** Where the compiled form of a bundle is kept; another release of Node has another one. */
export const compiledFile = (bundle) => `${bundle}.${process.version}.cache`

/**
 * A bundle of CommonJS as a script, from its compiled form where that is there: compiling takes longer than most of what a short command does. The
 * compiled form knows its source by its length alone, so that whoever replaces a bundle deletes it first. `run` gives what the bundle exports.
 * @param {string} bundle
 */
export function cachedScript(bundle) {
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(bundle, 'utf8')}\n})`
  const script = new Script(source, { filename: bundle, cachedData: readIfThere(compiledFile(bundle)) })
  const run = () => {
    const module = { exports: {} }
    script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, dirname(bundle))
    return module.exports
  }
  return { script, run }
}

function readIfThere(file) {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}
