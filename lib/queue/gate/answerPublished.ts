import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { answer } from '@/lib/queue/api/answer'
import { addOwnMethods } from './addOwnMethods'
import { askUpstream } from './askUpstream'
import type { Exchange } from './exchange'

/** A published file of upstream, with what the gate adds to it. */
export async function answerPublished(exchange: Exchange, path: string): Promise<void> {
  const { upstream, rootUrl } = exchange.gate
  const { status, text } = await askUpstream(upstream, { method: 'GET', path, headers: { host: upstream.host } })
  const found = status === 200 ? parse(text) : undefined
  const file = found !== undefined || status === 404 ? addOwnMethods(path, found, rootUrl) : undefined
  if (file === undefined) return exchange.passOn()
  return exchange.send(answer(200, file, { 'access-control-allow-origin': '*' }))
}

function parse(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
