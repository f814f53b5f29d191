import { ApiError } from './apiError'
import type { Method } from './method'

const slugId = /^[A-Za-z0-9_-]{8}[Q-T][A-Za-z0-9_-][CGKOSWaeimquy26-][A-Za-z0-9_-]{10}[AQgw]$/

/** What the parameters of URLs must match. The worker type of a URL is looser than that of a body, as in the real Queue. */
export const parameterPatterns = {
  provisionerId: /^[a-zA-Z0-9-_]{1,38}$/,
  workerType: /^[a-zA-Z0-9-_]{1,38}$/,
  taskQueueId: /^[a-zA-Z0-9-_]{1,38}\/[a-z]([-a-z0-9]{0,36}[a-z0-9])?$/,
  workerPoolId: /^[a-zA-Z0-9-_]{1,38}\/[a-z]([-a-z0-9]{0,36}[a-z0-9])?$/,
  taskId: slugId,
  taskGroupId: slugId,
} as const

/** The worker types that the Queue can keep. */
export const workerTypePattern = /^[a-z]([-a-z0-9]{0,36}[a-z0-9])?$/

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

/** The query parameters of lists. The token is opaque to callers. */
export const pageQuery = { continuationToken: /.*/, limit: /^[0-9]+$/ }

/** Which page of a list is asked for. */
interface PageRequest {
  /** at most 1000, which is also what nobody says; 0 asks for an empty page */
  limit: number
  /** the key of the last item of the page before */
  after?: string
}

/** Reads the query of a list whose keys match a pattern. Throws InputError for a token that is none. */
export function readPage(query: { limit?: string; continuationToken?: string }, key: RegExp): PageRequest {
  const limit = Math.min(Number(query.limit ?? 1000), 1000)
  if (!query.continuationToken) return { limit }
  const after = Buffer.from(query.continuationToken, 'base64url').toString('utf8')
  if (!key.test(after)) throw new ApiError('InputError', 'Invalid continuationToken')
  return { limit, after }
}

/** A page of rows of which one more than `limit` was read, and where the next page begins if there is one. */
export function cutPage<Row>(
  rows: Row[],
  { limit }: PageRequest,
  keyOf: (row: Row) => string,
): { rows: Row[]; continuationToken?: string } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  if (rows.length <= limit || last === undefined) return { rows: page }
  return { rows: page, continuationToken: Buffer.from(keyOf(last)).toString('base64url') }
}
