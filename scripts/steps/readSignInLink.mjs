import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The link that signs the admin in, from the token that the server keeps in its data directory; undefined without one.
 * @param {string} rootUrl
 */
export async function readSignInLink(rootUrl) {
  const token = await readFile(join(process.env.DATA_DIR ?? 'data', 'sign-in-token'), 'utf8').catch(() => '')
  if (token.trim() === '') return undefined
  return `${rootUrl}/sign-in?token=${encodeURIComponent(token.trim())}`
}
