import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { redactCut } from '@/lib/base/redact'
import { callerAddress } from './addresses'
import { logClean } from './createLog'
import { type CurrentRequest, requestCounts } from './currentRequest'

/** of what a caller sends, in characters */
const longest = { path: 500, why: 300, address: 64, client: 300 }

/**
 * Tells the log of a request once it is answered, or its caller is gone (status 0): one line, without its query, its headers and its body. An action that could not be
 * read is counted, and says why in the same line.
 */
export function watchAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  current: CurrentRequest,
  { log, proxies }: { log: Logger | undefined; proxies: number },
): void {
  const { method, socket, headers, url = '' } = request
  // the framework changes both, and a connection that is closed has no address
  const [forwarded, connected] = [headers['x-forwarded-for'], socket.remoteAddress]
  const [begun, sent] = [performance.now(), socket.bytesWritten]
  response.once('close', () => {
    const status = response.writableFinished ? response.statusCode : 0
    const isMalformed = !current.reached && status >= 400
    if (isMalformed) requestCounts().malformedActions += 1
    if (log === undefined) return
    const level = isMalformed || status >= 500 ? 'warn' : 'info'
    if (!log.isLevelEnabled(level)) return
    const { id: requestId, client, why } = current
    const milliseconds = Math.round((performance.now() - begun) * 10) / 10
    const path = url.replace(/[?#].*$/s, '')
    const address = callerAddress(connected, String(forwarded ?? ''), proxies).slice(0, longest.address)
    const told = {
      ...{ requestId, method, path: redactCut(path, longest.path), status, milliseconds },
      ...{ bytes: socket.bytesWritten - sent, address },
      ...(client === undefined ? {} : { client: redactCut(client, longest.client) }),
      ...(isMalformed ? { why: redactCut(why ?? 'it is none of this server', longest.why) } : {}),
    }
    logClean(log, level, told, isMalformed ? 'a request could not be read' : 'answered')
  })
}
