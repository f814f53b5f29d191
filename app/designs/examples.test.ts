import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { formatDesign } from '@/lib/compose/formatDesign'
import { parseDesign } from '@/lib/compose/parseDesign'
import { blankDesign } from './blankDesign'

const folder = join(import.meta.dirname, '../../public/examples')

describe('designs to start from', () => {
  const texts = readdirSync(folder).map((file): [string, string] => [file, readFileSync(join(folder, file), 'utf8')])
  texts.push(['blank', formatDesign(blankDesign('proj', 'type', 'http://localhost:3000'))])

  it.each(texts)('%s composes without an error', (_name, text) => {
    const parsed = parseDesign(text)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    const composition = composeWorkerType(parsed.value.design, loadCatalog())
    expect(composition.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(composition.effectiveSchema).toBeDefined()
  })
})
