import { ApiError } from './apiError'

/** The query parameters of lists. The token is opaque to callers. */
export const pageQuery = { continuationToken: /.*/, limit: /^[0-9]+$/ }

/** Which page of a list is asked for. */
export interface PageRequest {
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
