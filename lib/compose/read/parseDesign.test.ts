import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Design } from '@/lib/compose/design/design'
import { formatDesign } from '@/lib/compose/design/formatDesign'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { parseDesign } from './parseDesign'

function parsed(text: string): Design {
  const result = parseDesign(text)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value.design
}

describe('parseDesign', () => {
  it('fills in what is left out', () => {
    expect(parsed('worker: taskcluster-worker\nengine: {name: native}')).toEqual({
      worker: 'taskcluster-worker',
      provisionerId: '',
      workerType: '',
      description: '',
      strict: true,
      engine: { name: 'native', config: {} },
      plugins: {},
      disabledPlugins: [],
      otherEngines: {},
      settings: {},
      samples: {},
    })
  })

  it.each([
    ['a misspelt member', 'worker: w\nengine: {name: n}\nplugin: {}', 'plugin', 3],
    ['a missing member', 'worker: w', 'engine', 1],
    ['a wrong type', 'worker: w\nengine: {name: n}\nstrict: maybe', 'strict', 3],
    ['a list', '- a', '', 1],
    ['a rootUrl with a path', 'worker: w\nengine: {name: n}\nrootUrl: https://a/b', 'rootUrl', 3],
  ])('says where %s is', (_, text, path, line) => {
    expect(parseDesign(text, 'd.yml').problems).toMatchObject([{ code: 'design-invalid', path, line, file: 'd.yml' }])
  })

  it.each(['description', 'strict', 'rootUrl', 'disabledPlugins', 'transforms'])('takes no reference as %s', (name) => {
    const { problems } = parseDesign(`worker: w\nengine: {name: n}\n${name}: {$env: X}`)
    expect(problems).toMatchObject([{ code: 'design-invalid', path: name, line: 3 }])
  })

  it('takes references as names and in configurations', () => {
    const { provisionerId, engine, plugins } = parsed(
      'worker: w\nprovisionerId: {$env: P}\nengine: {name: {$env: E}, config: {$env: C, type: json}}\nplugins: {a: {$env: A}}',
    )
    expect({ provisionerId, engine, plugins }).toEqual({
      provisionerId: { $env: 'P' },
      engine: { name: { $env: 'E' }, config: { $env: 'C', type: 'json' } },
      plugins: { a: { $env: 'A' } },
    })
  })

  it('reads back what formatDesign writes, whatever texts are in it', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.boolean(), fc.integer())),
        (description, extra) => {
          const design = exampleDesign('native', { env: { extra } }, { description, rootUrl: 'https://tc.example.com' })
          const text = formatDesign(design)
          expect(formatDesign(parsed(text))).toBe(text)
          expect(parsed(text).description).toBe(description)
        },
      ),
    )
  })
})
