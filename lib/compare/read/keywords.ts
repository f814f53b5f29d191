/** The drafts of JSON Schema that differ in how keywords are read. */
export type Dialect = 'draft-04' | 'draft-06'

/** Keywords that decide nothing: texts, names, and definitions, which count where they are referred to. */
export const textKeywords: ReadonlySet<string> = new Set([
  ...['$schema', '$id', 'id', '$comment', 'title', 'description', 'examples', 'default', 'definitions'],
  ...['readOnly', 'writeOnly', 'contentEncoding', 'contentMediaType'],
])

/** Keywords of draft-06 and draft-07 that the comparison takes into account. */
export const modelledKeywords: ReadonlySet<string> = new Set([
  ...['$ref', 'type', 'enum', 'const', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['minLength', 'maxLength', 'pattern', 'format'],
  ...['items', 'additionalItems', 'minItems', 'maxItems', 'uniqueItems', 'contains'],
  ...['properties', 'patternProperties', 'additionalProperties', 'propertyNames', 'required', 'dependencies'],
  ...['minProperties', 'maxProperties'],
])

/** Keywords of other drafts and of common validators that decide there: what they do to a comparison is not known. */
export const foreignKeywords: ReadonlySet<string> = new Set([
  ...[
    'unevaluatedProperties',
    'unevaluatedItems',
    'dependentRequired',
    'dependentSchemas',
    'minContains',
    'maxContains',
  ],
  ...['prefixItems', '$dynamicRef', '$recursiveRef', '$vocabulary', 'contentSchema'],
  ...['extends', 'disallow', 'divisibleBy', 'formatMinimum', 'formatMaximum', 'formatExclusiveMinimum'],
  ...['formatExclusiveMaximum', 'propertyDependencies', 'discriminator', '$merge', '$patch', 'switch'],
])

/** Keywords that draft-04 does not have, though some of its validators do. */
const afterDraft4 = new Set(['const', 'contains', 'propertyNames', 'if'])

/** Whether a keyword is one whose meaning is not known: of another draft than the schema's. */
export function isForeign(keyword: string, dialect: Dialect): boolean {
  return foreignKeywords.has(keyword) || (dialect === 'draft-04' && afterDraft4.has(keyword))
}

/** Whether a keyword can decide anything, as far as is known. */
export function mayDecide(keyword: string): boolean {
  return modelledKeywords.has(keyword) || foreignKeywords.has(keyword) || keyword === 'nullable'
}
