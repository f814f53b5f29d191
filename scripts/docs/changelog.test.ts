import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const headings = [...read('CHANGELOG.md').matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)

it('begins with what is not released, then has releases with their days, newest first', () => {
  expect(headings[0]).toBe('[Unreleased]')
  const days = headings.slice(1).map((heading) => /^\[\d+\.\d+\.\d+\] - (\d{4}-\d\d-\d\d)$/.exec(heading ?? '')?.[1])
  expect(days).not.toContain(undefined)
  expect(days).toEqual([...days].sort().reverse())
})

it('has the version of the package as its newest release', () => {
  const { version }: { version: string } = JSON.parse(read('package.json'))
  const lock: { version: string; packages: { '': { version: string } } } = JSON.parse(read('package-lock.json'))
  expect(headings[1]).toMatch(new RegExp(`^\\[${version.replaceAll('.', '\\.')}\\] - `))
  expect([lock.version, lock.packages[''].version]).toEqual([version, version])
})

it('groups what changed under the words that are used everywhere', () => {
  const groups = [...read('CHANGELOG.md').matchAll(/^### (.*)$/gm)].map(([, group]) => group)
  const words = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']
  expect(groups.filter((group) => !words.includes(group ?? ''))).toEqual([])
})
