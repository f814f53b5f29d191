import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { queueFlags } from '@/lib/queueServer/queueSettings'
import { documentSteps } from './documentSteps'
import { repositoryFiles, root } from './repositoryFiles'

const files = repositoryFiles()
const documents = files.filter((path) => /^(docs\/)?[\w-]+\.md$/.test(path))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'))
const spec = read('e2e/documents.spec.ts')

describe.each(documents)('%s', (document) => {
  const steps = documentSteps(read(document))

  it('is followed by a journey where it has commands that are run', () => {
    const isRun = steps.some(({ kind }) => kind === 'command')
    expect(spec.includes(`follow(page, '${document}')`)).toBe(isRun)
  })

  it('names scripts, flags and files that are there, also where commands are not run', () => {
    const lines = steps.flatMap((step) =>
      step.kind === 'not-run' ? step.lines : step.kind === 'command' ? [step.line] : [],
    )
    const known = [...files, ...steps.flatMap((step) => (step.kind === 'file' ? [step.name] : []))]
    expect(lines.flatMap((line) => wrongWords(line, known))).toEqual([])
  })
})

/** The scripts, the flags of the Queue and the files that a line names and that are not there; the beginning of a path is one. */
function wrongWords(line: string, known: string[]): string[] {
  const words = (line.split(' # ')[0] ?? '').split(/\s+/)
  const [, script] = /\bnpm (?:run )?([\w:-]+)/.exec(line) ?? []
  const npm = script === undefined || script in scripts || ['ci', 'version'].includes(script) ? [] : [script]
  const flags = /npm run queue\b/.test(line) ? words.filter((word) => /^--./.test(word)) : []
  const wrongFlags = flags.filter((flag) => !Object.hasOwn(queueFlags, flag.slice(2)))
  const paths = words
    .map((word) => word.replace(/^\.\//, ''))
    .filter((word) => /^(app|bench|bin|docs|drizzle|e2e|lib|plugin-catalog|scripts)\/[\w./[\]-]+$/.test(word))
  return [...npm, ...wrongFlags, ...paths.filter((path) => !known.some((each) => each.startsWith(path)))]
}
