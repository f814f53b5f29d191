import type { JsonValue } from '@/lib/base/json'
import { createTerms, type Terms } from '@/lib/compare/terms/createTerms'
import type { Term } from '@/lib/compare/terms/term'
import { createTermReader } from './readTerm'
import { createReferenceClasses, type ReferenceClasses } from './referenceClasses'
import { readSchemaSource, type SchemaSource } from './schemaSource'

/** Two schemas as terms of one factory, so that what is the same in both is one term. */
export interface SchemaPair {
  terms: Terms
  old: SchemaSource
  new: SchemaSource
  oldTerm: Term
  newTerm: Term
  /** the term of a further document */
  read(document: JsonValue): Term
}

/** Reads two schemas. */
export function readSchemas(old: JsonValue, next: JsonValue): SchemaPair {
  const terms = createTerms()
  const sources = [readSchemaSource(old, 'old'), readSchemaSource(next, 'new')] as const
  const classes = createReferenceClasses(sources)
  let more = 0
  return {
    terms,
    old: sources[0],
    new: sources[1],
    oldTerm: createTermReader(sources[0], terms, classes)(''),
    newTerm: createTermReader(sources[1], terms, classes)(''),
    read(document) {
      const label = `further ${++more}`
      const source = readSchemaSource(document, label)
      return createTermReader(source, terms, furtherClasses(source, label, sources, classes))('')
    },
  }
}

/** Classes of a further document: what it shares with the first two has the same name, and nothing else has. */
function furtherClasses(
  source: SchemaSource,
  label: string,
  sources: readonly SchemaSource[],
  known: ReferenceClasses,
): ReferenceClasses {
  const classes = createReferenceClasses([...sources, source])
  return {
    ...classes,
    nameOf(of, target) {
      const name = classes.nameOf(of, target)
      return known.has(name) ? name : `${label} ${name}`
    },
  }
}
