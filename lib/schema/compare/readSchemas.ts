import type { JsonValue } from '../../base/json'
import { createTerms, type Terms } from './createTerms'
import { createTermReader } from './read/readTerm'
import { createReferenceClasses } from './read/referenceClasses'
import { readSchemaSource } from './read/schemaSource'
import type { Term } from './term'

/** Schemas as terms of one factory, so that what is the same in two of them is one term. */
export function readSchemas(schemas: readonly JsonValue[]): { terms: Terms; roots: Term[] } {
  const terms = createTerms()
  const sources = schemas.map((schema, i) => readSchemaSource(schema, String(i)))
  const classes = createReferenceClasses(sources)
  return { terms, roots: sources.map((source) => createTermReader(source, terms, classes)('')) }
}
