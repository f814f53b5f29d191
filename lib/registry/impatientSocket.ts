import { Socket } from 'node:net'

/**
 * A socket for a connection to a database that is ended when the other side says nothing for a while: what waits for an answer fails then, instead of
 * waiting for ever. Whoever keeps connections for later closes them before that.
 */
export function impatientSocket(milliseconds: number): Socket {
  const socket = new Socket()
  const watch = () => {
    const { bytesRead } = socket
    // a process that was held up itself has not read yet what has arrived
    setImmediate(() => {
      if (socket.bytesRead !== bytesRead) return
      const message = `the database has not answered for ${milliseconds / 1000} seconds`
      socket.destroy(Object.assign(new Error(message), { code: 'ETIMEDOUT' }))
    })
  }
  return socket.setTimeout(milliseconds, watch)
}
