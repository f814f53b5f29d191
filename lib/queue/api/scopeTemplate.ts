import { fewScopes, missingScopes, type ScopeExpression } from '@/lib/auth/scopes'
import { ApiError } from './apiError'
import type { Caller } from './method'

/** A scope expression with `<name>` placeholders, as published references have it; `for` stands for one member per item of a list. */
export type ScopeTemplate =
  | string
  | { AllOf: ScopeTemplate[] }
  | { AnyOf: ScopeTemplate[] }
  | { for: string; in: string; each: string }

export type ScopeValues = Record<string, string | string[]>

const placeholder = /<([^<>]+)>/g

/** The scope expression for the values of a request. */
export function expandScopes(template: ScopeTemplate, values: ScopeValues): ScopeExpression {
  const [expression, ...others] = expandMember(template, values)
  if (expression === undefined || others.length > 0) throw new Error('a list of scopes needs AllOf or AnyOf around it')
  return expression
}

function expandMember(template: ScopeTemplate, values: ScopeValues): ScopeExpression[] {
  if (typeof template === 'string') return [fill(template, values)]
  if ('AllOf' in template) return [{ AllOf: template.AllOf.flatMap((member) => expandMember(member, values)) }]
  if ('AnyOf' in template) return [{ AnyOf: template.AnyOf.flatMap((member) => expandMember(member, values)) }]
  const items = values[template.in]
  if (!Array.isArray(items)) throw new Error(`the scopes need the list ${template.in}`)
  return items.map((item) => fill(template.each, { ...values, [template.for]: item }))
}

function fill(text: string, values: ScopeValues): string {
  return text.replace(placeholder, (_, name: string) => {
    const value = values[name]
    if (typeof value !== 'string') throw new Error(`the scopes need the value ${name}`)
    return value
  })
}

/** The values that a template asks for: parameters of the URL, or more that only the body tells. */
export function neededValues(template: ScopeTemplate): string[] {
  const namesIn = (text: string) => [...text.matchAll(placeholder)].map((match) => match[1] ?? '')
  if (typeof template === 'string') return namesIn(template)
  if ('AllOf' in template) return template.AllOf.flatMap(neededValues)
  if ('AnyOf' in template) return template.AnyOf.flatMap(neededValues)
  return [template.in, ...namesIn(template.each).filter((name) => name !== template.for)]
}

/** of each list in the message, in characters */
const longest = 4000

/** The refusal of a caller, with what is missing and what was needed. */
export function insufficientScopes(caller: Caller, needed: ScopeExpression): ApiError {
  const who = caller.status === 'auth-success' ? `Client ID ${caller.clientId}` : 'A caller without credentials'
  const missing = missingScopes(caller.scopes, needed)
  const json = (value: ScopeExpression) => JSON.stringify(fewScopes(value, longest), null, 2)
  return new ApiError(
    'InsufficientScopes',
    `${who} does not have sufficient scopes and is missing the following scopes:\n\n` +
      `\`\`\`\n${json(missing ?? { AllOf: [] })}\n\`\`\`\n\n` +
      `This request requires the client to satisfy the following scope expression:\n\n\`\`\`\n${json(needed)}\n\`\`\``,
  )
}
