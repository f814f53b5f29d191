import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesOfRepository } from './filesOfRepository.mjs'
import { patternsIn } from './patternsIn.mjs'
import { projectRoot } from './projectRoot.mjs'
import { slowPattern } from './slowPattern.mjs'

/**
 * The regular expressions of the product and of its scripts that can take time which grows faster than the text, each with `why`: anybody's text would stop the loop
 * that everybody shares. Those that a comment excuses have an `excuse` and are not looked at.
 */
export function slowPatterns() {
  const files = filesOfRepository().filter(
    (file) => /^(?:lib|app|scripts)\/.*\.(?:[cm]?js|tsx?)$/.test(file) && !/\.test\.tsx?$|\/testing\//.test(file),
  )
  const patterns = files.flatMap((file) => patternsIn(file, readFileSync(join(projectRoot, file), 'utf8')))
  const answers = new Map()
  const found = []
  for (const pattern of patterns) {
    const { source, flags, excuse } = pattern
    if (excuse !== undefined) {
      found.push(pattern)
      continue
    }
    const key = `/${source}/${flags}`
    if (!answers.has(key)) answers.set(key, slowPattern(source, flags))
    const why = answers.get(key)
    if (why !== undefined) found.push({ ...pattern, why })
  }
  return found
}
