import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { compareSchemas } from '@/lib/compare/compareSchemas'
import { testEcmaPattern, withoutLookaround } from './ecmaPattern'
import { below, decidingPart, readSchemaSource, targetsWithin, withMetaSchemas } from './schemaSource'

const draft4 = 'http://json-schema.org/draft-04/schema#'
const draft6 = 'http://json-schema.org/draft-06/schema#'

describe('a schema document', () => {
  it.each<[JsonValue, string]>([
    [{}, 'draft-06'],
    [true, 'draft-06'],
    [{ $schema: draft6 }, 'draft-06'],
    [{ $schema: 'http://json-schema.org/draft-07/schema#' }, 'draft-06'],
    [{ $schema: draft4 }, 'draft-04'],
    [{ $schema: 'http://json-schema.org/draft-03/schema#' }, 'draft-04'],
    [{ $schema: 5 }, 'draft-06'],
  ])('%j is read as %s', (root, dialect) => {
    expect(readSchemaSource(root, 'old').dialect).toBe(dialect)
  })

  it('knows an identifier by the name that its draft gives it', () => {
    const of = (keyword: string, $schema?: string) => ({
      ...($schema === undefined ? {} : { $schema }),
      $ref: '#text',
      definitions: { a: { [keyword]: '#text', type: 'string' } },
    })
    const target = (root: JsonValue) => readSchemaSource(root, 'old').nodes.get('')?.target
    expect(target(of('$id', draft6))).toBe('/definitions/a')
    expect(target(of('id', draft4))).toBe('/definitions/a')
    expect(target(of('id'))).toBe('/definitions/a')
    expect(target(of('id', draft6))).toBeUndefined()
  })

  it('lists where its references lead, also below other keywords, but not what is only defined', () => {
    const source = readSchemaSource(
      {
        items: [{ $ref: '#/definitions/a' }],
        not: { anyOf: [{ $ref: '#/definitions/b' }] },
        const: { $ref: '#/definitions/c' },
        definitions: { a: { $ref: '#/definitions/c' }, b: {}, c: {} },
      },
      'old',
    )
    expect(targetsWithin(source, '')).toEqual(['/definitions/a', '/definitions/b'])
    expect(targetsWithin(source, '/definitions/a')).toEqual(['/definitions/c'])
    expect(targetsWithin(source, '/nowhere')).toEqual([])
  })

  it('has parts that decide, and texts', () => {
    const schema = {
      type: 'string',
      title: 'a',
      'x-vendor': 1,
      nullable: true,
      unevaluatedItems: false,
      definitions: {},
    }
    expect(decidingPart(schema)).toEqual({ type: 'string', nullable: true, unevaluatedItems: false })
    expect(below('/a', 'b/c', 0, '~')).toBe('/a/b~1c/0/~0')
  })
})

describe('the schemas of JSON Schema itself', () => {
  it('stand among the definitions where they are referred to, and nowhere else', () => {
    expect(withMetaSchemas({ title: draft6 })).toEqual({ title: draft6 })
    const found = withMetaSchemas({ items: { $ref: draft6 }, definitions: { own: true } })
    expect(Object.keys(Object(found.definitions))).toEqual(['own', 'http://json-schema.org/draft-06/schema'])
  })
})

describe('keywords that draft-04 does not have', () => {
  it.each(['const', 'contains', 'propertyNames'])('%s may mean anything there', (keyword) => {
    const of = ($schema: string) =>
      compareSchemas({ $schema, enum: [[], { a: 1 }, 1] }, { $schema, enum: [[], { a: 1 }, 1], [keyword]: false })
    expect(of(draft4).forward.verdict).toBe('undecided')
    expect(of(draft6).forward.verdict).toBe('refuted')
  })
})

describe('a pattern as ECMAScript reads it', () => {
  it.each<[string, string, boolean | undefined]>([
    ['^a(?=b)', 'ab', true],
    ['^a(?!b)', 'ab', false],
    ['^(a)\\1$', 'aa', true],
    ['^.$', '😀', true],
    // one that is none with the flag for Unicode
    ['^\\-$', '-', true],
    ['(', '(', undefined],
    ['(?=a)', 'a'.repeat(65), undefined],
  ])('%s and %j: %s', (pattern, text, expected) => {
    expect(testEcmaPattern(pattern, text)).toBe(expected)
  })

  it.each([
    ['^(?!x)a', '^a'],
    ['^a(?=b(c))d', '^ad'],
    ['(?<=a)b(?<!c)', 'b'],
    ['(?:a)', '(?:a)'],
    ['(?!\\))a', 'a'],
  ])('%s is %s without what looks around', (pattern, expected) => {
    expect(withoutLookaround(pattern)).toBe(expected)
  })
})
