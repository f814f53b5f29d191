import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentSteps } from './documentSteps'
import { headingNames, linkedFiles, pathsInCode } from './namedPaths'
import { isGenerated, repositoryFiles, root } from './repositoryFiles'

const files = repositoryFiles()
const documents = files.filter((path) => path.endsWith('.md'))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

describe.each(documents)('%s', (document) => {
  it('names only files and folders that are there', () => {
    const made = documentSteps(read(document)).flatMap((step) => (step.kind === 'file' ? [step.name] : []))
    const known = [...files, ...made]
    const missing = pathsInCode(document, read(document)).filter(
      ({ text, places }) => !isGenerated(text) && !places.some((place) => known.some((path) => place.test(path))),
    )
    expect(missing.map(({ text }) => text)).toEqual([])
  })

  it('links only to files and headings that are there', () => {
    const broken = linkedFiles(document, read(document)).filter(({ path, heading }) => {
      if (!files.some((file) => file === path || file === `${path.replace(/\/$/, '')}/`)) return true
      return heading !== undefined && !headingNames(read(path)).includes(heading)
    })
    expect(broken.map(({ text }) => text)).toEqual([])
  })
})

describe('what counts as a path', () => {
  it.each([
    ['lib/thread', true],
    ['lib/<room>/README.md', true],
    ['docs/decisions/NNN-<words>.md', true],
    ['lib/thread/lanes.ts', true],
    ['lib/thread/gone.ts', false],
    ['lanes.ts', true],
    ['gone.ts', false],
    ['operations/', undefined],
    ['package.json', true],
    ['gone.config.ts', false],
    ['design.yml', undefined],
  ])('%s: %s', (text, isThere) => {
    const [named] = pathsInCode('lib/thread/README.md', `See \`${text}\`.`)
    const found = named?.places.some((place) => files.some((path) => place.test(path)))
    expect(found).toBe(isThere)
  })

  it('takes nothing from a block, and reads headings as links name them', () => {
    expect(pathsInCode('README.md', '```sh\n`lib/gone.ts`\n```\n')).toEqual([])
    expect(headingNames('# A `b` c\n## What an entry may be\n')).toEqual(['a-b-c', 'what-an-entry-may-be'])
    expect(linkedFiles('docs/a.md', '[x](../b.md#c) [y](https://example.com) [z](#d)')).toEqual([
      { text: '../b.md#c', path: 'b.md', heading: 'c' },
      { text: '#d', path: 'docs/a.md', heading: 'd' },
    ])
  })
})
