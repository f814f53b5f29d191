import { getOwn, isJsonObject } from '../../base/json'
import type { DocumentationInput } from './documentationInput'
import { limitsInWords } from './limitsInWords'
import { propertySection } from './propertySection'

/** Every property that a payload may have, required ones first. Empty where no task can run. */
export function payloadSection(input: DocumentationInput): string {
  const schema = input.effectiveSchema
  if (schema === undefined) return ''
  const declared = getOwn(schema, 'properties')
  const properties = isJsonObject(declared) ? declared : {}
  const listed = getOwn(schema, 'required')
  const required = new Set(Array.isArray(listed) ? listed : [])
  const names = Object.keys(properties).sort(
    (a, b) => Number(required.has(b)) - Number(required.has(a)) || (a < b ? -1 : 1),
  )
  const limits = limitsInWords(schema)
  return [
    '## The payload',
    names.length === 0
      ? 'The payload is an empty object.'
      : 'The payload is an object. The Queue refuses a task whose payload has any other property than these.',
    ...(limits.length === 0 ? [] : [`For the payload as a whole: ${limits.join('; ')}.`]),
    ...names.map((name) => propertySection(input, name, properties[name] ?? true, required.has(name))),
  ].join('\n\n')
}
