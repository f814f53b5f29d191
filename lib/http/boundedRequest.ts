import { IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { BodyWatch } from './actionBody'

/** Parts of a body that may be as small as they like; a mean of fewer bytes than this is no client's way to send more. */
const freeParts = 500
const leastBytes = 16

/**
 * A request whose body may not come in crumbs: each part costs the loop as much as a large one, and Node reads megabytes of them in one go. The
 * connection of whoever sends so is ended.
 */
export class BoundedRequest extends IncomingMessage {
  #parts = 0
  #bytes = 0
  #watch: BodyWatch | undefined
  #isRefused = false

  /** Has the parts of the body looked at as they come; the connection is ended once one of them will not do. */
  watchBody(watch: BodyWatch | undefined): void {
    this.#watch = watch
  }

  override push(chunk: Uint8Array | null, encoding?: BufferEncoding): boolean {
    // what Node has read already still comes, and is to cost nothing
    if (this.#isRefused) return true
    if (chunk !== null) {
      this.#parts++
      this.#bytes += chunk.length
      const inCrumbs = this.#parts > freeParts && this.#bytes < this.#parts * leastBytes
      if (inCrumbs || this.#watch?.(chunk) === false) {
        this.#isRefused = true
        this.socket.destroy()
        return true
      }
    }
    return super.push(chunk, encoding)
  }
}

/** Requests of one connection that may wait for their answers at once: clients and proxies send one, and a few that are in a hurry send some more. */
const mostWaiting = 100

const waiting = new WeakMap<Socket, Set<ServerResponse>>()

/**
 * Notes an answer that is waited for, until it is closed; false where there are too many of one connection, which is ended: what was sent in one go
 * would be worked on before anybody else is heard.
 */
export function noteWaiting(socket: Socket, response: ServerResponse): boolean {
  if (socket.destroyed) return false
  const answers = waiting.get(socket) ?? watchClose(socket)
  answers.add(response)
  response.once('close', () => answers.delete(response))
  if (answers.size <= mostWaiting) return true
  socket.destroy()
  return false
}

/** Node tells the answer alone whose turn it is that its connection is gone; those behind it would be waited for without end. */
function watchClose(socket: Socket): Set<ServerResponse> {
  const answers = new Set<ServerResponse>()
  waiting.set(socket, answers)
  socket.once('close', () => {
    for (const answer of answers) if (answer.socket === null) answer.emit('close')
  })
  return answers
}
