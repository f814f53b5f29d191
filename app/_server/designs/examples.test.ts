import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { formatDesign } from '@/lib/compose/design/formatDesign'
import { parseDesign } from '@/lib/compose/read/parseDesign'
import { blankDesign } from './blankDesign'

const catalog = loadCatalog()
const folder = join(import.meta.dirname, '../../../public/examples')

describe('designs to start from', () => {
  const texts = readdirSync(folder).map((file): [string, string] => [file, readFileSync(join(folder, file), 'utf8')])
  for (const worker of Object.keys(catalog.workers)) {
    const identity = { worker, provisionerId: 'proj', workerType: 'type', rootUrl: 'http://localhost:3000' }
    const design = blankDesign(identity, catalog)
    if (design !== undefined) texts.push([`blank ${worker}`, formatDesign(design)])
  }

  it('has one for each worker, and none for an unknown one', () => {
    expect(texts.filter(([name]) => name.startsWith('blank '))).toHaveLength(Object.keys(catalog.workers).length)
    const identity = { worker: 'other', provisionerId: 'p', workerType: 'w', rootUrl: 'http://localhost' }
    expect(blankDesign(identity, catalog)).toBeUndefined()
  })

  it.each(texts)('%s composes without an error', (_name, text) => {
    const parsed = parseDesign(text)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    const composition = composeWorkerType(parsed.value.design, catalog)
    expect(composition.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(composition.effectiveSchema).toBeDefined()
  })
})
