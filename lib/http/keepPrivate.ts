import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'

/**
 * Sees to it that an answer is for whoever asked alone: no cache in between keeps it, and no page of another site reads it. The files that the app is made of are the
 * same for everybody, and a browser may keep them.
 */
export function keepPrivate(response: ServerResponse, path: string): void {
  const { writeHead } = response
  response.writeHead = (status: number, ...rest: unknown[]) => {
    for (const [name, value] of Object.entries(headersIn(rest)))
      if (value !== undefined) response.setHeader(name, value)
    changeHeaders(response, path)
    return Reflect.apply(writeHead, response, [status, ...rest.filter((each) => typeof each === 'string')])
  }
}

function changeHeaders(response: ServerResponse, path: string): void {
  const caching = String(response.getHeader('cache-control') ?? '')
  const isPublic = /\bpublic\b/i.test(caching)
  if (isPublic && path.startsWith('/_next/static/')) {
    response.setHeader('cache-control', caching.replace(/\bpublic\b/i, 'private'))
  } else if (isPublic) {
    response.setHeader('cache-control', 'private, no-cache')
  }
  for (const name of response.getHeaderNames()) if (name.startsWith('access-control-')) response.removeHeader(name)
  response.appendHeader('vary', 'Cookie, Authorization')
}

/** `writeHead` takes headers as an object, or as names and values in turns. */
function headersIn(rest: unknown[]): OutgoingHttpHeaders {
  const given = rest.find((each) => typeof each === 'object' && each !== null)
  if (!Array.isArray(given)) return { ...given }
  const headers: Record<string, OutgoingHttpHeader> = {}
  for (let i = 0; i + 1 < given.length; i += 2) headers[String(given[i])] = String(given[i + 1])
  return headers
}
