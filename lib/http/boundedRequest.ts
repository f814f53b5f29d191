import { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { BodyWatch } from './actionBody'

/** Parts of a body that may be as small as they like; a mean of fewer bytes than this is no client's way to send more. */
const freeParts = 4000
const leastBytes = 16

/**
 * A request whose body may not come in crumbs: each part costs the loop as much as a large one, and Node reads megabytes of them in one go. The
 * connection of whoever sends so is ended.
 */
export class BoundedRequest extends IncomingMessage {
  #parts = 0
  #bytes = 0
  #watch: BodyWatch | undefined

  /** Has the parts of the body looked at as they come; the connection is ended once one of them will not do. */
  watchBody(watch: BodyWatch | undefined): void {
    this.#watch = watch
  }

  override push(chunk: Uint8Array | null, encoding?: BufferEncoding): boolean {
    if (chunk !== null) {
      this.#parts++
      this.#bytes += chunk.length
      const inCrumbs = this.#parts > freeParts && this.#bytes < this.#parts * leastBytes
      if (inCrumbs || this.#watch?.(chunk) === false) {
        this.socket.destroy()
        return false
      }
    }
    return super.push(chunk, encoding)
  }
}

/** Requests of one connection that may wait for their answers at once: clients and proxies send one, and a few that are in a hurry send some more. */
const mostWaiting = 100

const waiting = new WeakMap<Socket, number>()

/**
 * Counts a request of a connection until it is answered; false where there are too many, and the connection is ended: what was sent in one go would
 * be worked on before anybody else is heard.
 */
export function countWaiting(socket: Socket): boolean {
  if (socket.destroyed) return false
  const count = (waiting.get(socket) ?? 0) + 1
  waiting.set(socket, count)
  if (count <= mostWaiting) return true
  socket.destroy()
  return false
}

/** A counted request was answered. */
export function countAnswered(socket: Socket): void {
  waiting.set(socket, (waiting.get(socket) ?? 1) - 1)
}
