import { createServer, type ServerResponse } from 'node:http'
import { Pool } from 'undici'

// The least that a proxy of undici does: line, headers and bodies passed through. The measure of the gate.
const pool = new Pool(process.argv[2] ?? '', { pipelining: 1 })
const perConnection = new Set(['connection', 'keep-alive', 'transfer-encoding'])

const server = createServer((request, response) => {
  const headers = request.rawHeaders.filter((_, i, raw) => !perConnection.has((raw[i - (i % 2)] ?? '').toLowerCase()))
  const { method = 'GET', url = '/' } = request
  const body = request.headers['content-length'] === undefined ? undefined : request
  pool
    .stream({ method, path: url, headers, body, opaque: response }, ({ statusCode, headers: answered, opaque }) => {
      const outgoing = opaque as ServerResponse
      delete answered.connection
      delete answered['keep-alive']
      delete answered['transfer-encoding']
      outgoing.writeHead(statusCode, answered)
      return outgoing
    })
    .catch(() => response.destroy())
})
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ memory: process.memoryUsage().rss, heap: process.memoryUsage().heapUsed, cpu: user + system })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
