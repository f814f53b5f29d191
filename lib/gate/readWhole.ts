import type { IncomingMessage } from 'node:http'

/** `largest` is the most bytes that are kept, `patience` the milliseconds without a byte after which it gives up. */
export interface ReadLimits {
  largest: number
  patience: number
}

/** What became of reading a body: its bytes, or why there are none. `gone`: the client went away. */
export type WholeBody = Buffer | 'too-large' | 'too-slow' | 'gone'

/** A client that sends too much is listened to for so many times the limit, so that it hears the answer. */
const generosity = 6

/** Reads the body of a request into memory, as far as it may be. */
export function readWhole(request: IncomingMessage, { largest, patience }: ReadLimits): Promise<WholeBody> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    let size = 0
    const settle = (outcome: WholeBody) => {
      request.off('data', onData).off('end', onEnd).off('close', onGone).off('error', onGone)
      request.on('error', ignore)
      request.setTimeout(0)
      resolve(outcome)
    }
    const onData = (part: Buffer) => {
      size += part.length
      if (size <= largest) parts.push(part)
      else if (size > largest * generosity) settle('too-large')
      else parts.length = 0
    }
    const onEnd = () => {
      if (size > largest) settle('too-large')
      else settle(parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts, size))
    }
    const onGone = () => settle('gone')
    request.on('data', onData).on('end', onEnd).on('close', onGone).on('error', onGone)
    request.setTimeout(patience, () => settle('too-slow'))
  })
}

/** A client that breaks off after it was given up is no news. */
function ignore(): void {}
