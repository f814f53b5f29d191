import { describe, expect, it } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { parseCustomEntry } from '@/lib/catalog/parseCustomEntry'
import { recordScreen } from '@/lib/catalog/testing/recordScreen'
import { withCustomEntries } from '@/lib/catalog/withCustomEntries'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { compareInTime } from '@/lib/review/compareInTime'
import { type Compose, entryUpdates } from './entryUpdates'
import type { OpenedCatalog } from './openCatalog'

const shorter = recordScreen.replace('title: Length', 'title: Length\n          maximum: 300')

function open(...texts: string[]): OpenedCatalog {
  const entries = texts.map((text) => {
    const parsed = parseCustomEntry(text, loadCatalog())
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message)
    return parsed.value
  })
  return {
    entries: entries.map((entry) => ({ ...entry, entry, problems: [] })),
    brokenFiles: [],
    catalogFor: (pins) => withCustomEntries(loadCatalog(), entries, pins),
    base: { id: 'test', value: entries },
  }
}

function updates(opened: OpenedCatalog, pins?: Record<string, string>) {
  const catalog = opened.catalogFor(pins)
  const design = exampleDesign('qemu', { recordscreen: {} }, pins === undefined ? {} : { catalog: pins })
  const composed = { composition: composeWorkerType(design, catalog), catalog, problems: [] }
  const compose: Compose = async (changed) => {
    const composition = composeWorkerType(changed, opened.catalogFor(changed.catalog))
    return { composition, problems: composition.problems }
  }
  return entryUpdates(composed, opened, compose, async (old, next) => compareInTime(old, next, () => 0))
}

describe('entryUpdates', () => {
  const label = 'plugin recordscreen'
  const both = open(recordScreen, shorter.replace('1.0.0', '1.10.0'), recordScreen.replace('1.0.0', '1.9.0'))

  it('offers a newer version with what it changes', async () => {
    expect(await updates(both, { [label]: '1.0.0' })).toEqual([
      {
        kind: 'newer',
        label,
        from: '1.0.0',
        to: '1.10.0',
        errors: [],
        changes: [
          expect.objectContaining({
            kind: 'added',
            path: '/recordScreen/length',
            what: 'maximum',
            after: 300,
            effect: 'narrows',
            component: label,
            witness: expect.objectContaining({ recordScreen: expect.anything() }),
          }),
        ],
      },
    ])
  })

  it('says nothing of the newest', async () => {
    expect(await updates(both, { [label]: '1.10.0' })).toEqual([])
  })

  it('tells of versions that are gone, of custom entries and of those of the product', async () => {
    expect(await updates(both, { [label]: '0.9.0' })).toMatchObject([
      { kind: 'gone', label, from: '0.9.0', to: '1.10.0' },
    ])
    expect(await updates(both, { [label]: '1.10.0', 'engine qemu': '0.0.1' })).toMatchObject([
      { kind: 'gone', label: 'engine qemu', from: '0.0.1' },
    ])
  })

  it('offers to pin what is used without a version', async () => {
    expect(await updates(both)).toMatchObject([{ kind: 'unpinned', label, to: '1.10.0' }])
  })

  it('tells of errors that a newer version would bring', async () => {
    const demanding = recordScreen
      .replace('1.0.0', '2.0.0')
      .replace(
        '  additionalProperties: false\n  properties:',
        '  additionalProperties: false\n  required: [maxLength]\n  properties:',
      )
    const [update] = await updates(open(recordScreen, demanding), { [label]: '1.0.0' })
    expect(update?.errors).toMatchObject([{ path: 'plugins.recordscreen.maxLength' }])
    expect(update?.changes).toBeUndefined()
  })
})
