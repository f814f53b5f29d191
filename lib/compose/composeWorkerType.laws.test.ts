import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, equalJson, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { arbitraryDesign } from '@/lib/lifecycle/testing/arbitraryDesign'
import { arbitraryPayload, makePayload } from '@/lib/lifecycle/testing/arbitraryPayload'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { composeWorkerType } from './composeWorkerType'
import type { Composition } from './composition'
import type { Design } from './design/design'
import { formatDesign } from './design/formatDesign'
import { importConfig } from './read/importConfig'
import { parseDesign } from './read/parseDesign'

const catalog = loadCatalog()
const worker = catalog.workers['taskcluster-worker']
if (worker === undefined) throw new Error('there is no taskcluster-worker')
const engines = Object.keys(worker.engines)
const anyDesign = fc.constantFrom(...engines).chain((engine) => arbitraryDesign(worker, engine))
const compose = (design: Design) => composeWorkerType(design, catalog)
const bytes = (composition: Composition) => canonicalJson(JSON.parse(JSON.stringify(composition)))
const accepts = (schema: JsonObject | undefined, payload: JsonValue) =>
  schema !== undefined && compilePayloadValidator(schema).accepts(payload)

/** All keys of all objects the other way round. */
function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reversed)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  )
}

const membersOf = (value: JsonValue): JsonObject => (isJsonObject(value) ? value : {})

describe('composing', () => {
  it('does not depend on the order of anything that has a name', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const other: Design = {
          ...design,
          engine: { ...design.engine, config: reversed(design.engine.config) },
          plugins: membersOf(reversed(design.plugins)),
          settings: membersOf(reversed(design.settings)),
          disabledPlugins: design.disabledPlugins.toReversed(),
        }
        const { design: _, ...one } = compose(design)
        const { design: __, ...two } = compose(other)
        expect(canonicalJson(JSON.parse(JSON.stringify(two)))).toBe(canonicalJson(JSON.parse(JSON.stringify(one))))
      }),
      { numRuns: deepRuns(40, 1 / 4) },
    )
  })

  it('leaves design and catalog as they are', () => {
    const before = JSON.stringify(catalog)
    fc.assert(
      fc.property(anyDesign, (design) => {
        const text = JSON.stringify(design)
        const one = bytes(compose(design))
        expect(JSON.stringify(design)).toBe(text)
        expect(bytes(compose(design))).toBe(one)
      }),
      { numRuns: deepRuns(20, 1 / 4) },
    )
    expect(JSON.stringify(catalog)).toBe(before)
  })

  it('means the same by a design, its file, and what the file is read as', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const text = formatDesign(design)
        const read = parseDesign(text)
        if (!read.ok) throw new Error(JSON.stringify(read.problems))
        expect(formatDesign(read.value.design)).toBe(text)
        const { design: _, ...one } = compose(design)
        const { design: __, ...two } = compose(read.value.design)
        expect(JSON.parse(JSON.stringify(two))).toEqual(JSON.parse(JSON.stringify(one)))
      }),
      { numRuns: deepRuns(40, 1 / 4) },
    )
  })

  it('means the same by a design and the configuration that it writes, but for words and strictness', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const loose = { ...design, strict: false }
        const one = compose(loose)
        const read = importConfig(JSON.stringify(one.workerConfig), { catalog })
        if (!read.ok) throw new Error(JSON.stringify(read.problems))
        const two = compose(read.value.design)
        expect(two.workerConfig).toEqual(one.workerConfig)
        expect(two.baseSchema).toEqual(one.baseSchema)
        expect(two.effectiveSchema).toEqual(one.effectiveSchema)
        expect(two.problems).toEqual(one.problems)
        expect(two.checks).toEqual(one.checks)
      }),
      { numRuns: deepRuns(40, 1 / 4) },
    )
  })

  it('adds nothing by a plugin that is off, and says so of it in the matrix', () => {
    fc.assert(
      fc.property(anyDesign, fc.constantFrom(...Object.keys(worker.plugins)), (design, name) => {
        const config =
          design.plugins[name] ?? (name === 'maxruntime' ? { maxRunTime: 60, perTaskLimit: 'require' } : {})
        const { [name]: _, ...others } = design.plugins
        const without = compose({
          ...design,
          plugins: others,
          disabledPlugins: design.disabledPlugins.filter((one) => one !== name),
        })
        const off = compose({
          ...design,
          plugins: { ...others, [name]: config },
          disabledPlugins: [...design.disabledPlugins, name],
        })
        expect(off.baseSchema).toEqual(without.baseSchema)
        expect(off.effectiveSchema).toEqual(without.effectiveSchema)
        expect(off.restrictions).toEqual(without.restrictions)
        expect(off.checks).toEqual(without.checks)
        expect(off.scopes).toEqual(without.scopes)
        expect(off.matrix).toEqual(without.matrix)
        expect(off.matrix.rows.filter(({ component, enabled }) => component === `plugin ${name}` && enabled)).toEqual(
          [],
        )
      }),
      { numRuns: deepRuns(40, 1 / 4) },
    )
  })

  it('lists a restriction once, with an outcome, and only where the schemas differ', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const { restrictions, outcomes, effectiveSchema, unrestrictedSchema } = compose(design)
        if (effectiveSchema === undefined) return
        const ids = restrictions.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(Object.keys(outcomes).sort()).toEqual(ids.toSorted())
        for (const { kind, id } of restrictions) expect(outcomes[id] === 'ignored').toBe(kind === 'dropped')
        const { $schema: _, ...effective } = effectiveSchema
        expect(equalJson(effective, unrestrictedSchema ?? null)).toBe(ids.length === 0)
      }),
      { numRuns: deepRuns(60, 1 / 4) },
    )
  })
})

describe.each(engines)('schemas on %s', (engine) => {
  it('are each part of the next: strict, not strict, the worker itself', () => {
    fc.assert(
      fc.property(
        arbitraryDesign(worker, engine),
        fc.array(arbitraryPayload(catalog, engine), { minLength: 1, maxLength: 8 }),
        (design, recipes) => {
          const strict = compose({ ...design, strict: true })
          const loose = compose({ ...design, strict: false })
          expect(loose.unrestrictedSchema).toEqual(strict.unrestrictedSchema)
          for (const recipe of recipes) {
            const payload = makePayload(recipe, strict)
            if (accepts(strict.effectiveSchema, payload)) expect(accepts(loose.effectiveSchema, payload)).toBe(true)
            if (accepts(loose.effectiveSchema, payload)) expect(accepts(loose.unrestrictedSchema, payload)).toBe(true)
          }
        },
      ),
      { numRuns: deepRuns(25, 1 / 4) },
    )
  })
})
