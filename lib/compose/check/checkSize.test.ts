import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { resolveDesign } from '@/lib/compose/resolve/resolveDesign'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { madeUpCatalog } from '@/lib/compose/testing/madeUpCatalog'
import { checkSize } from './checkVersions'

function check(schema: JsonObject, custom: string[] | undefined, plugins = { made: {} }) {
  const catalog = madeUpCatalog({}, {}, [])
  const worker = catalog.workers['taskcluster-worker']
  if (worker !== undefined && custom !== undefined) worker.custom = custom
  const resolved = resolveDesign(exampleDesign('made', plugins), catalog)
  if (!resolved.ok) throw new Error('unresolved')
  return checkSize(schema, resolved.value)
}
const overhead = JSON.stringify({ description: '' }).length
const sized = (bytes: number, letter = 'x') => ({
  description: letter.repeat((bytes - overhead) / new TextEncoder().encode(letter).length),
})
const limit = 400 * 1024

it('refuses payload schemas of custom entries that are too large, in bytes', () => {
  expect(check(sized(limit), ['plugin made'])).toEqual([])
  expect(check(sized(limit + 1), ['plugin made'])).toMatchObject([
    {
      code: 'schema-too-large',
      severity: 'error',
      path: 'plugins',
      message: 'The payload schema has 401 KB; at most 400 KB can be registered.',
    },
  ])
  expect(check(sized(limit + 2, 'é'), ['plugin made'])).toHaveLength(1)
  expect(check(sized(limit + 1), ['engine made'])).toHaveLength(1)
})

it('does not look at those of the product', () => {
  expect(check(sized(limit * 2), undefined)).toEqual([])
  expect(check(sized(limit * 2), [])).toEqual([])
  expect(check(sized(limit * 2), ['plugin other'])).toEqual([])
})
