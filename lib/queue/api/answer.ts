import { createHash } from 'node:crypto'
import type { JsonObject } from '@/lib/base/json'

/** Headers of every answer under `/api`, as lib-api sends them. */
export const apiHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'OPTIONS,GET,HEAD,POST,PUT,DELETE,TRACE,CONNECT',
  'access-control-allow-headers': 'X-Requested-With,Content-Type,Authorization,Accept,Origin,Cache-Control',
  'access-control-request-method': '*',
  'access-control-max-age': '900',
  'cache-control': 'no-store no-cache must-revalidate',
} as const

/** A JSON answer with its ETag. */
export function answer(status: number, body: JsonObject, headers: Record<string, string>): Response {
  const text = JSON.stringify(body)
  const etag = `W/"${createHash('sha1').update(text).digest('base64').slice(0, 27)}"`
  return new Response(text, {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', etag, ...headers },
  })
}
