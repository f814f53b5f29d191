import { once } from 'node:events'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import { answerUnreadable } from './answerUnreadable.mjs'
import { callerAddress } from './callerAddress.mjs'
import { isReadableAddress } from './isReadableAddress.mjs'
import { projectRoot } from './projectRoot.mjs'
import { StepFailure } from './StepFailure.mjs'
import { stopWithNpm } from './stopWithNpm.mjs'

function readPort(text) {
  const port = Number(text ?? 3000)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new StepFailure(`PORT is "${text}", which is no port number.`)
}

function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server.address().port))
  }).catch((error) => {
    if (error.code === 'EADDRINUSE')
      throw new StepFailure(`Port ${port} of ${host} is in use; set PORT to another one.`)
    throw new StepFailure(`Cannot listen on ${host}:${port}: ${error.message}`)
  })
}

async function openApp(dev, httpServer, hostname, port) {
  const { default: next } = await import('next')
  const app = next({ dev, dir: projectRoot, hostname, port, httpServer })
  const handle = app.getRequestHandler()
  await app.prepare()
  return { handle, close: () => app.close() }
}

/**
 * Serves the app on HOST and PORT in this process until it is told to stop: what was built, or for development the sources.
 * @param {{dev?: boolean}} [options]
 */
export async function serve({ dev = false } = {}) {
  process.env.NODE_ENV = dev ? 'development' : 'production'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const host = process.env.HOST || '127.0.0.1'
  process.env.DATA_DIR = resolve(process.env.DATA_DIR || join(projectRoot, 'data'))
  process.chdir(projectRoot)

  // a caller that sends slowly, or never ends, does not keep a connection for ever
  const server = createServer({ headersTimeout: 20_000, requestTimeout: 120_000 })
  const proxies = Number(process.env.TRUSTED_PROXIES || 0)
  const port = await listen(server, readPort(process.env.PORT || undefined), host)
  process.env.PORT = String(port)
  const shownHost = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host
  const address = `http://${shownHost}:${port}`
  process.env.ROOT_URL ||= address

  const app = openApp(dev, server, host, port)
  // Nothing may be awaited between listening and this: a request that nobody listens to is never answered.
  server.on('request', (request, response) => {
    if (!isReadableAddress(request.url)) {
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end('The address cannot be read.\n')
      return
    }
    const { headers, socket } = request
    headers['x-forwarded-for'] = callerAddress(socket.remoteAddress, String(headers['x-forwarded-for'] ?? ''), proxies)
    // requests that arrive while the app prepares wait for it
    app.then(
      ({ handle }) => answerUnreadable(request, response, () => handle(request, response)),
      () => response.writeHead(503).end('The app could not start.\n'),
    )
  })

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    server.close()
    server.closeIdleConnections()
    // what is being answered gets a moment to finish
    setTimeout(() => server.closeAllConnections(), 2000).unref()
    const closed = once(server, 'close')
    await Promise.allSettled([closed, app.then(({ close }) => close())])
    await globalThis[Symbol.for('worker-type-designer.close')]?.()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  stopWithNpm(stop)

  await app
  // the first request opens the database
  const first = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${port}/sign-in`)
  await first.text()
  process.stdout.write(`Worker Type Designer: ${process.env.ROOT_URL}\n`)
  // only the first start on a database makes one
  const link = globalThis[Symbol.for('worker-type-designer.signInLink')]
  process.stdout.write(link === undefined ? 'A new sign-in link: ./bin/wtd sign-in-link\n' : `Sign in: ${link}\n`)
}
