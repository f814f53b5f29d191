import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { type DocumentationInput, type DocumentedForm, documentedForms } from './documentationInput'
import { limitsInWords, valueInWords } from './limitsInWords'
import { codeSpan, embedMarkdown, escapeMarkdown } from './markdown'
import { taskScopes } from './taskScopes'
import { conjuncts } from './typeInWords'

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

/** One property of the payload: what it holds, who offers it, what is inside, which scopes a task needs for it. */
function propertySection(
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

/** Deeper than this the schema at the end of the document has to do. */
const MAX_DEPTH = 8

/**
 * What is inside a value, as a nested Markdown list: the members of an object, of the items of a list, of each of several forms. Empty
 * for a value without parts.
 */
export function memberLines(schema: JsonValue, depth = 0): string[] {
  if (depth >= MAX_DEPTH) return []
  return conjuncts(schema).flatMap((part) => [
    ...propertyLines(part, depth),
    ...inside('Each item', getOwn(part, 'items'), depth),
    ...inside('Each value', getOwn(part, 'additionalProperties'), depth),
    ...formLines('One of these', getOwn(part, 'oneOf'), depth),
    ...formLines('At least one of these', getOwn(part, 'anyOf'), depth),
  ])
}

function propertyLines(part: JsonObject, depth: number): string[] {
  const properties = getOwn(part, 'properties')
  if (!isJsonObject(properties)) return []
  const required = getOwn(part, 'required')
  return Object.entries(properties).flatMap(([name, schema]) => {
    const needed = Array.isArray(required) && required.includes(name) ? ' (required)' : ''
    return item(`${codeSpan(name)}${needed}: ${valueInWords(schema)}`, schema, depth)
  })
}

function inside(what: string, schema: JsonValue | undefined, depth: number): string[] {
  if (!isJsonObject(schema)) return []
  const lines = memberLines(schema, depth + 1)
  return lines.length === 0 ? [] : [`- ${what}:`, ...lines.map(indent)]
}

function formLines(what: string, forms: JsonValue | undefined, depth: number): string[] {
  if (!Array.isArray(forms)) return []
  const lines = forms.flatMap((form) => {
    const title = isJsonObject(form) && typeof form.title === 'string' ? `${escapeMarkdown(form.title)}: ` : ''
    return item(`${title}${valueInWords(form)}`, form, depth + 1)
  })
  return [`- ${what}:`, ...lines.map(indent)]
}

/** One point of a list: a phrase, the description, then what is inside. */
function item(phrase: string, schema: JsonValue, depth: number): string[] {
  const text =
    isJsonObject(schema) && typeof schema.description === 'string' ? embedMarkdown(schema.description, 6) : ''
  const inline = !/\n\s*\n|^(?:[-*+>#]|\d+[.)]|```|~~~)/m.test(text)
  const first = text !== '' && inline ? [`- ${phrase}. ${text.replaceAll('\n', ' ')}`] : [`- ${phrase}.`]
  const more = text === '' || inline ? [] : ['', ...text.split('\n').map(indent), '']
  return [...first, ...more, ...memberLines(schema, depth + 1).map(indent)]
}

function indent(line: string): string {
  return line === '' ? '' : `  ${line}`
}
