import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkEntry } from './checkEntry'
import { loadCatalog } from './loadCatalog'
import { parseEntry } from './parseCatalog'
import { renderTemplate } from './template/renderTemplate'
import { exampleContext } from './testing/exampleContext'

it('the entry in the README is one', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
  const [, text] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? []
  const worker = loadCatalog().workers['taskcluster-worker']?.worker
  const result = parseEntry(text ?? '')
  if (!result.ok || worker === undefined) throw new Error(JSON.stringify(result))
  expect(checkEntry(result.value, worker)).toEqual([])
  expect(renderTemplate(result.value.payloadSchema, exampleContext({ config: { languages: ['da', 'en'] } }))).toEqual({
    type: 'object',
    properties: { greeting: { type: 'string', enum: ['da', 'en'], title: 'Greeting' } },
  })
})
