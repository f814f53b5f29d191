import { isJsonObject, type JsonValue } from '@/lib/base/json'
import type { Terms } from '@/lib/compare/terms/createTerms'
import { exactText, type Term } from '@/lib/compare/terms/term'
import { shortJson } from '@/lib/schema/words'
import { isForeign } from './keywords'
import { readAny, readCombined } from './readAny'
import { readArray } from './readArray'
import type { Place, Reading } from './reading'
import { readObject } from './readObject'
import { readNumber, readString } from './readScalars'
import type { ReferenceClasses } from './referenceClasses'
import { below, type SchemaSource } from './schemaSource'

const families = [readAny, readCombined, readNumber, readString, readArray, readObject]

/** The terms of a document: what references lead to is put in their place, but for what contains itself. */
export function createTermReader(
  source: SchemaSource,
  terms: Terms,
  classes: ReferenceClasses,
): (pointer: string) => Term {
  const known = new Map<string, Term>()

  const opaque: Reading['opaque'] = (keyword, { schema, pointer }, { of, ignorable = false, key, ...why }) => {
    const text = key ?? textKey(schema[keyword] ?? null, source)
    return terms.make({
      kind: 'opaque',
      key: `${keyword} ${text}`,
      of,
      ignorable,
      place: below(pointer, keyword),
      ...why,
    })
  }

  const follow = (at: Place): Term => {
    const target = source.nodes.get(at.pointer)?.target
    if (target === undefined) {
      const isRemote = source.remote.has(at.pointer)
      const reason = `${shortJson(at.schema.$ref ?? null)} refers to ${isRemote ? 'another document' : 'nowhere'}`
      const key = JSON.stringify([at.schema.$ref, isRemote ? source.nodes.get(at.pointer)?.base : source.side])
      return opaque('$ref', at, { reason, key })
    }
    if (classes.isCircular(source, target)) return opaque('$ref', at, { reason: 'the reference runs in a circle' })
    if (!classes.isRecursive(source, target)) return read(source.nodes.get(target)?.schema ?? true, target)
    const resolve = () => read(source.nodes.get(target)?.schema ?? true, target)
    return terms.make({ kind: 'ref', name: classes.nameOf(source, target), resolve })
  }

  const read = (schema: JsonValue, pointer: string): Term => {
    if (schema === true) return terms.yes
    if (schema === false) return terms.no
    if (!isJsonObject(schema))
      return terms.make({
        kind: 'opaque',
        key: `schema ${exactText(schema)}`,
        of: undefined,
        ignorable: false,
        place: pointer,
        reason: 'a schema is an object, true or false',
      })
    const found = known.get(pointer)
    if (found !== undefined) return found
    const at = { schema, pointer }
    const foreign = Object.keys(schema).filter((keyword) => isForeign(keyword, source.dialect))
    const own = foreign.length === 0 ? schema : without(schema, foreign)
    const parts = families.flatMap((family) => family({ schema: own, pointer }, reading))
    for (const part of parts) terms.note(part, pointer)
    const modelled = terms.and([...(schema.$ref === undefined ? [] : [follow(at)]), ...parts])
    // what such a keyword does may depend on everything beside it
    const unknown = foreign.map((keyword) =>
      opaque(keyword, at, {
        reason: `\`${keyword}\` is not a keyword that can be compared`,
        key: `${textKey(schema[keyword] ?? null, source)} ${modelled.id}`,
      }),
    )
    const term = terms.and([modelled, ...unknown])
    known.set(pointer, term)
    return term
  }

  const reading: Reading = { terms, read, opaque }
  return (pointer) => read(pointer === '' ? source.root : (source.nodes.get(pointer)?.schema ?? true), pointer)
}

/** References inside mean what the document says, so that the same text in two documents is not the same. */
function textKey(value: JsonValue, source: SchemaSource): string {
  const text = exactText(value)
  return text.includes('"$ref"') ? `${source.side} ${text}` : text
}

function without<T extends object>(schema: T, keywords: readonly string[]): T {
  return Object.assign(Object.create(null), schema, Object.fromEntries(keywords.map((keyword) => [keyword, undefined])))
}
