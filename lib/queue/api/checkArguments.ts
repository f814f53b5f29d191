import { ApiError } from './apiError'
import type { Method } from './method'
import { parameterPatterns } from './parameterPatterns'

const patterns: Record<string, RegExp> = parameterPatterns

/** Checks the parameters of the URL. Throws InvalidRequestArguments, with all that do not match. */
export function checkParameters(params: Record<string, string>): void {
  const wrong = Object.entries(params).filter(([name, value]) => !patterns[name]?.test(value))
  if (wrong.length === 0) return
  const lines = wrong.map(([name, value]) => `URL parameter '${name}' given as '${value}' must match ${patterns[name]}`)
  throw new ApiError('InvalidRequestArguments', `Invalid URL patterns:\n${lines.join('\n')}`)
}

/** Reads the query of a URL, less the signature that it may carry. Throws InvalidRequestArguments. */
export function readQuery(method: Method, url: URL): Record<string, string> {
  const known = method.query ?? {}
  const query: Record<string, string> = {}
  const problems: string[] = []
  for (const [name, value] of url.searchParams) {
    if (name === 'bewit') continue
    const pattern = Object.hasOwn(known, name) ? known[name] : undefined
    if (pattern === undefined)
      problems.push(`query parameter '${name}' is not one of: ${Object.keys(known).join(', ') || 'none'}`)
    else if (!pattern.test(value)) problems.push(`query parameter '${name}' given as '${value}' must match ${pattern}`)
    else query[name] = value
  }
  if (problems.length > 0) throw new ApiError('InvalidRequestArguments', problems.join('\n'))
  return query
}
