import { createServer } from 'node:http'

// An upstream that answers at once, in a process of its own: createTask with a status, anything else with an empty object.
const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    const body = request.method === 'PUT' ? '{"status":{"state":"pending"}}' : '{}'
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length })
    response.end(body)
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
