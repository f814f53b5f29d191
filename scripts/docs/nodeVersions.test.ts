import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

it('recommends one version of Node, runs on all from the oldest, and tests both ends in CI', () => {
  const recommended = read('.nvmrc').trim()
  const { engines }: { engines: { node: string } } = JSON.parse(read('package.json'))
  const oldest = engines.node.replace('>=', '')
  expect(read('.github/workflows/ci.yml')).toContain(`node: [${recommended}, ${oldest}]`)
  expect(read('README.md')).toContain(`Node ${recommended} is recommended; ${oldest} and later run it.`)
})
