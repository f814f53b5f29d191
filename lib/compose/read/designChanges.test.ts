import { expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { formatDesign } from '@/lib/compose/design/formatDesign'
import { auditChanges } from '@/lib/compose/secrets/auditChanges'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { designChanges } from './designChanges'

const draft = (plugins: Record<string, JsonValue>, members = {}) =>
  formatDesign(exampleDesign('mock', plugins, members))
const audit = (before: string, after: string) => designChanges(before, after, () => loadCatalog())
const secret = 'hUnTer2-hUnTer2'
const relengapi = (token: JsonValue) => ({ relengapi: { token } })

it('names every changed place', () => {
  const [before, after] = [draft({ maxruntime: { maxRunTime: 60 } }), draft({ maxruntime: { maxRunTime: 90 } })]
  expect(audit(before, before)).toEqual({})
  expect(audit(before, after)).toEqual({
    changes: [{ path: 'plugins.maxruntime.maxRunTime', before: 60, after: 90 }],
  })
})

it.each<[string, ReturnType<typeof draft>, string[]]>([
  ['a secret', draft(relengapi(secret)), ['plugins.relengapi.token']],
  [
    'a secret beside a reference',
    draft(relengapi({ $env: 'A', x: secret })),
    ['plugins.relengapi.token.$env', 'plugins.relengapi.token.x'],
  ],
  [
    'a sample of a secret',
    draft(relengapi({ $env: 'A' }), { samples: { A: secret } }),
    ['plugins.relengapi.token.$env', 'samples.A'],
  ],
  ['anything of an unknown plugin', draft({ nosuch: { key: secret } }), ['plugins.nosuch.key']],
  ['anything of an unknown worker', draft({ x: { key: secret } }, { worker: 'nosuch' }), ['plugins.x.key', 'worker']],
])('repeats nothing of %s, going in or out', (_, holding, places) => {
  for (const detail of [audit(draft({}), holding), audit(holding, draft({}))]) {
    expect(JSON.stringify(detail)).not.toContain(secret)
    const changed = Array.isArray(detail.changes) ? detail.changes : []
    expect(changed.map((change) => Object(change).path)).toEqual(places)
  }
})

it('repeats nothing of a text that is no design', () => {
  expect(audit(draft({}), `engine: [${secret}`)).toEqual({})
  expect(audit(`engine: [${secret}`, draft({}))).toEqual({})
})

it('bounds places and values', () => {
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`n${at}`, 'x'.repeat(5000)]))
  const { changes, moreChanges } = auditChanges({}, many)
  expect([Array.isArray(changes) && changes.length, moreChanges]).toEqual([40, 60])
  expect(JSON.stringify(changes).length).toBeLessThan(20_000)
})

it.each<[JsonValue, JsonValue, object[]]>([
  [
    { a: 1 },
    { a: { b: [1, 2] } },
    [
      { path: 'a', before: 1 },
      { path: 'a.b[0]', after: 1 },
      { path: 'a.b[1]', after: 2 },
    ],
  ],
  [
    { a: [1] },
    { a: [2, 3] },
    [
      { path: 'a[0]', before: 1, after: 2 },
      { path: 'a[1]', after: 3 },
    ],
  ],
  [{ password: 'a' }, { password: 'b' }, [{ path: 'password', before: '[redacted]', after: '[redacted]' }]],
  [{ tokens: ['a'] }, { tokens: [] }, [{ path: 'tokens[0]', before: '[redacted]' }]],
  [{ a: {} }, {}, [{ path: 'a', before: {} }]],
])('compares %j with %j', (before, after, changes) => expect(auditChanges(before, after)).toEqual({ changes }))
