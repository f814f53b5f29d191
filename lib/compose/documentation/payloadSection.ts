import { getOwn, isJsonObject } from '@/lib/base/json'
import type { DocumentationInput } from './documentationInput'
import { type DocumentedForm, documentedForms } from './documentedForms'
import { escapeMarkdown } from './escapeMarkdown'
import { limitsInWords } from './limitsInWords'
import { propertySection } from './propertySection'

/** Every property that a payload may have, required ones first, form by form. Empty where no task can run. */
export function payloadSection(input: DocumentationInput): string {
  const forms = documentedForms(input)
  const several = forms.length > 1
  const introduction = several ? [`## The payload\n\nA payload takes one of ${forms.length} forms.`] : []
  return [...introduction, ...forms.map((form) => formSection(input, form, several))].join('\n\n')
}

function formSection(input: DocumentationInput, form: DocumentedForm, several: boolean): string {
  const { schema, title = '' } = form
  const declared = getOwn(schema, 'properties')
  const properties = isJsonObject(declared) ? declared : {}
  const listed = getOwn(schema, 'required')
  const required = new Set(Array.isArray(listed) ? listed : [])
  const names = Object.keys(properties).sort(
    (a, b) => Number(required.has(b)) - Number(required.has(a)) || (a < b ? -1 : 1),
  )
  const limits = limitsInWords(schema)
  return [
    several ? `## ${escapeMarkdown(title)}` : '## The payload',
    names.length === 0
      ? 'The payload is an empty object.'
      : 'The payload is an object. The Queue refuses a task whose payload has any other property than these.',
    ...(limits.length === 0 ? [] : [`For the payload as a whole: ${limits.join('; ')}.`]),
    ...names.map((name) => propertySection(input, form, name, properties[name] ?? true, required.has(name))),
  ].join('\n\n')
}
