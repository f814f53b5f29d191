import { isJsonObject, type JsonValue } from '../../base/json'
import { codeSpan } from './codeSpan'
import type { DocumentationInput } from './documentationInput'
import { embedMarkdown } from './embedMarkdown'
import { escapeMarkdown } from './escapeMarkdown'
import { memberLines } from './memberLines'
import { taskScopes } from './taskScopes'
import { valueInWords } from './valueInWords'

/** One property of the payload: what it holds, who offers it, what is inside, which scopes a task needs for it. */
export function propertySection(input: DocumentationInput, name: string, schema: JsonValue, required: boolean): string {
  const description = isJsonObject(schema) && typeof schema.description === 'string' ? schema.description : ''
  const members = memberLines(schema)
  const scopes = taskScopes(input, name)
  return [
    `### ${codeSpan(name)}`,
    `${required ? '**Required.**' : 'Optional.'} ${capitalise(valueInWords(schema))}.${origin(input, name)}`,
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

function origin(input: DocumentationInput, name: string): string {
  const component = Object.hasOwn(input.provenance, name) ? input.provenance[name] : undefined
  return component === undefined ? '' : ` Offered by ${escapeMarkdown(component)}.`
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
