import type { IncomingMessage } from 'node:http'

/** Why a request is not answered, before anything looks at it. */
export interface RequestRefusal {
  status: number
  text: string
  headers?: Record<string, string>
}

/** Headers that say one thing: whoever reads the first and whoever reads the last of two would read different requests. */
const single = new Set(['host', 'authorization', 'origin', 'content-type', 'content-length', 'next-action'])

const unspoken = new Set(['CONNECT', 'TRACE', 'TRACK'])

/**
 * Why no server here answers a request: it asks for what none of them speaks, or says two things at once. Undefined for what may go on. An offer of
 * another version of HTTP may be left alone, and is. `spoken` says what the server speaks.
 */
export function unfitRequest(
  { method = '', url = '', headers, rawHeaders }: IncomingMessage,
  spoken: 'http' | 'http and more' = 'http',
): RequestRefusal | undefined {
  if (unspoken.has(method)) return { status: 405, text: 'This server takes no such requests.' }
  if (!url.startsWith('/')) return { status: 400, text: 'The address of a request begins with a slash here.' }
  const twice = findRepeated(rawHeaders)
  if (twice !== undefined) return { status: 400, text: `The header ${twice} is there twice.` }
  if (headers.upgrade === undefined) return undefined
  if (spoken === 'http' && /\bwebsocket\b/i.test(headers.upgrade)) {
    return { status: 400, text: 'This server speaks no WebSocket.' }
  }
  return undefined
}

/** Names and values in turns; this is done for every request. */
function findRepeated(rawHeaders: readonly string[]): string | undefined {
  let seen: string[] | undefined
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]?.toLowerCase() ?? ''
    if (!single.has(name)) continue
    if (seen?.includes(name)) return name
    seen ??= []
    seen.push(name)
  }
  return undefined
}
