import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { codeSpan } from './codeSpan'
import type { DocumentationInput } from './documentationInput'
import type { DocumentedForm } from './documentedForms'
import { embedMarkdown } from './embedMarkdown'
import { escapeMarkdown } from './escapeMarkdown'
import { memberLines } from './memberLines'
import { taskScopes } from './taskScopes'
import { valueInWords } from './valueInWords'

/** One property of the payload: what it holds, who offers it, what is inside, which scopes a task needs for it. */
export function propertySection(
  input: DocumentationInput,
  form: DocumentedForm,
  name: string,
  schema: JsonValue,
  required: boolean,
): string {
  const description = isJsonObject(schema) && typeof schema.description === 'string' ? schema.description : ''
  const members = memberLines(schema)
  const scopes = taskScopes(input, { form: form.name, property: name })
  return [
    `### ${codeSpan(name)}`,
    `${required ? '**Required.**' : 'Optional.'} ${capitalise(valueInWords(schema))}.${origin(input, form, name)}`,
    ...(description === '' ? [] : [embedMarkdown(description, 3)]),
    ...(members.length === 0 ? [] : [members.join('\n').trim()]),
    ...(scopes.length === 0
      ? []
      : [
          'A task needs scopes for it:',
          scopes
            .map(({ title, anyOf }) => `- ${escapeMarkdown(title)}: ${anyOf.map(codeSpan).join(' or ')}`)
            .join('\n'),
        ]),
  ].join('\n\n')
}

function origin({ provenance, engine }: DocumentationInput, form: DocumentedForm, name: string): string {
  const [first] = Object.keys(engine.payloadForms ?? {})
  const place = form.name === undefined || form.name === first ? name : `${form.name}:${name}`
  const component = Object.hasOwn(provenance, place) ? provenance[place] : undefined
  return component === undefined ? '' : ` Offered by ${escapeMarkdown(component)}.`
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
