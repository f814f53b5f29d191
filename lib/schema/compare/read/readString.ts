import { checkPattern } from '@/lib/schema/checkPattern'
import type { Term } from '@/lib/schema/compare/term'
import { payloadFormats } from '@/lib/schema/formats/payloadFormats'
import { shortJson } from '@/lib/schema/shortJson'
import { testEcmaPattern, withoutLookaround } from './ecmaPattern'
import type { Place, Reading, ReadKeywords } from './reading'
import { readLength } from './readLength'

/** `minLength`, `maxLength`, `pattern` and `format`. */
export const readString: ReadKeywords = (at, reading) => [
  ...readLength('string', ['minLength', 'maxLength'], at, reading),
  ...readPattern(at, reading),
  ...readFormat(at, reading),
]

function readPattern(at: Place, { terms, opaque }: Reading): Term[] {
  const source = at.schema.pattern
  if (source === undefined) return []
  if (typeof source !== 'string') return [opaque('pattern', at, { reason: 'the pattern is not a text', of: 'string' })]
  const problem = checkPattern(source)
  if (problem === undefined) return [terms.make({ kind: 'pattern', source })]
  const near = withoutLookaround(source)
  return [
    opaque('pattern', at, {
      reason: problem.message,
      of: 'string',
      test: (value) => (typeof value === 'string' ? testEcmaPattern(source, value) : true),
      ...(checkPattern(near) === undefined ? { near } : {}),
    }),
  ]
}

/** Validators let a format pass that they do not know. */
function readFormat(at: Place, { terms, opaque }: Reading): Term[] {
  const name = at.schema.format
  if (name === undefined) return []
  if (typeof name === 'string' && payloadFormats.has(name)) return [terms.make({ kind: 'format', name })]
  return [opaque('format', at, { reason: `the format ${shortJson(name)} is not known`, of: 'string', ignorable: true })]
}
