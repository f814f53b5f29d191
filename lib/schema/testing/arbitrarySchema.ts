import fc from 'fast-check'
import { canonicalJson, type JsonObject, type JsonValue } from '@/lib/base/json'

/** Names that schemas and values share, so that they meet; some of them are those of `Object.prototype`, some no identifiers. */
const names = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'ab') },
  fc.constantFrom('constructor', 'toString', 'valueOf', '', '0', 'a/b', '~', '"\'`${', '\u2028'),
)

const scalars: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom<JsonValue>(null, true, false, '', 'a', 'ab', 'é', '😀', ' ', '2030-01-01T00:00:00Z', 'a:b'),
  fc.integer({ min: -3, max: 6 }),
  fc.constantFrom(0.5, 1.5, 0.3, 1e21, -0, 1e308, 5e-324, 2 ** 31, 2 ** 53),
)

/** JSON values of the kind that `arbitrarySchema` speaks of. */
export const arbitraryValue: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalars,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(tie('value'), { maxLength: 2 }).map((items) => [...items, ...items]),
    fc.dictionary(names, tie('value'), { maxKeys: 4 }),
  ),
})).value

const types = fc.constantFrom('null', 'boolean', 'integer', 'number', 'string', 'array', 'object')
const length = fc.integer({ min: 0, max: 3 })
const bound = fc.constantFrom(-1, 0, 0.5, 1, 2, 5)

interface Schemas {
  schema: unknown
  keywords: object
  list: unknown
  map: unknown
}

/** JSON Schemas of draft-06 and draft-07 that `checkSchema` lets pass, with references, and with keywords of all families side by side. */
export const arbitrarySchema: fc.Arbitrary<JsonObject> = fc
  .letrec<Schemas>((tie) => ({
    list: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }),
    map: fc.dictionary(names, tie('schema'), { maxKeys: 3 }),
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true, maxDepth: 4 },
      fc.constantFrom<JsonValue>(true, false, {}, { $ref: '#/definitions/text' }, { $ref: '#/definitions/tree' }),
      tie('keywords'),
      fc.array(tie('keywords'), { minLength: 2, maxLength: 4 }).map((parts): object => Object.assign({}, ...parts)),
    ),
    keywords: fc.oneof(
      fc.record({ $ref: fc.constantFrom('#/definitions/text', '#/definitions/tree') }),
      fc.record({ type: fc.oneof(types, fc.uniqueArray(types, { minLength: 1, maxLength: 3 })) }),
      fc.record({ const: arbitraryValue }),
      fc.record({ enum: fc.uniqueArray(arbitraryValue, { minLength: 1, maxLength: 3, selector: canonicalJson }) }),
      fc.record({ minimum: bound, exclusiveMaximum: bound }, { requiredKeys: [] }),
      fc.record({ maximum: bound, exclusiveMinimum: bound }, { requiredKeys: [] }),
      fc.record({ multipleOf: fc.constantFrom(0.1, 0.5, 1, 2, 3) }),
      fc.record({ minLength: length, maxLength: length }, { requiredKeys: [] }),
      fc.record({ pattern: fc.constantFrom('^a', 'b$', '^\\s*$', '[^a]', '^.{2}$') }),
      fc.record({ format: fc.constantFrom('uri', 'date-time', 'uuid') }),
      fc.record(
        {
          items: fc.oneof(tie('schema'), tie('list')),
          additionalItems: tie('schema'),
          minItems: length,
          maxItems: length,
        },
        { requiredKeys: [] },
      ),
      fc.record({ uniqueItems: fc.boolean(), contains: tie('schema') }, { requiredKeys: [] }),
      fc.record(
        {
          properties: tie('map'),
          patternProperties: fc.dictionary(fc.constantFrom('^a', 'b', '^$'), tie('schema'), { maxKeys: 2 }),
          additionalProperties: tie('schema'),
          required: fc.uniqueArray(names, { maxLength: 2 }),
        },
        { requiredKeys: [] },
      ),
      fc.record({ minProperties: length, maxProperties: length, propertyNames: tie('schema') }, { requiredKeys: [] }),
      fc.record({
        dependencies: fc.dictionary(names, fc.oneof(tie('schema'), fc.uniqueArray(names, { maxLength: 2 })), {
          maxKeys: 2,
        }),
      }),
      fc.record({ allOf: tie('list'), anyOf: tie('list'), oneOf: tie('list') }, { requiredKeys: [] }),
      fc.record({ not: tie('schema') }),
      fc.record(Object.fromEntries(['if', 'then', 'else'].map((keyword) => [keyword, tie('schema')])), {
        requiredKeys: ['if'],
      }),
    ),
  }))
  .schema.filter((schema) => typeof schema === 'object')
  .map((schema): JsonObject => JSON.parse(JSON.stringify({ ...Object(schema), definitions })))

const definitions = {
  text: { type: 'string', maxLength: 2 },
  tree: { type: ['object', 'array', 'integer'], additionalProperties: { $ref: '#/definitions/tree' } },
}
