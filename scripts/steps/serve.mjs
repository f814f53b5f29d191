import { EventEmitter } from 'node:events'
import { get } from 'node:http'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serverBundle } from './bundleServer.mjs'
import { projectRoot } from './projectRoot.mjs'
import { StepFailure } from './StepFailure.mjs'
import { stopWithNpm } from './stopWithNpm.mjs'

function readPort(text) {
  const port = Number(text ?? 3000)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new StepFailure(`PORT is "${text}", which is no port number.`)
}

function cannotListen(error, port, host) {
  if (error.code === 'EADDRINUSE') return new StepFailure(`Port ${port} of ${host} is in use; set PORT to another one.`)
  return new StepFailure(`Cannot listen on ${host}:${port}: ${error.message}`)
}

/** Next listens to `upgrades` for connections that want to speak something else than HTTP: it hears of what reloads pages in development, and of nothing else. */
async function openApp(dev, upgrades, hostname, port) {
  const { default: next } = await import('next')
  const app = next({ dev, dir: projectRoot, hostname, port, httpServer: upgrades })
  const handle = app.getRequestHandler()
  await app.prepare()
  return { handle, close: () => app.close() }
}

/** The first page opens the database. */
function askFirst(host, port) {
  const asked = { host, port, path: '/sign-in', headers: { host: new URL(process.env.ROOT_URL).host } }
  return new Promise((resolve, reject) => {
    get(asked, (answer) => answer.resume().on('end', resolve)).on('error', reject)
  })
}

const seconds = 1000

/** How long what is under way may take when the server stops, then what is left of connections, and at last the database. */
const patience = { underWay: 10 * seconds, connections: 2 * seconds, database: 5 * seconds }

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
  const { listenForApp, createLog, within } = await import(pathToFileURL(serverBundle('http')).href)

  const log = createLog('app')
  const upgrades = new EventEmitter()
  const upgrade = (request, ...rest) =>
    request.url.startsWith('/_next/hmr') && upgrades.emit('upgrade', request, ...rest)
  let app
  const wanted = readPort(process.env.PORT || undefined)
  const options = {
    log,
    rootUrl: () => process.env.ROOT_URL,
    proxies: Number(process.env.TRUSTED_PROXIES || 0),
    publicRead: process.env.PUBLIC_READ?.trim() !== 'false',
    // requests that arrive while the app prepares wait for it
    handle: (request, response) =>
      app.then(
        ({ handle }) => handle(request, response),
        () => response.writeHead(503).end('The app could not start.\n'),
      ),
    ...(dev && { upgrade }),
  }
  const server = await listenForApp({ host, port: wanted }, options).catch((error) => {
    throw cannotListen(error, wanted, host)
  })
  // Nothing may be awaited between listening and this: a request needs both.
  const { port } = server
  process.env.PORT = String(port)
  const shownHost = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host
  process.env.ROOT_URL ||= `http://${shownHost}:${port}`
  app = openApp(dev, upgrades, host, port)

  const own = (name) => globalThis[Symbol.for(`worker-type-designer.${name}`)]?.()
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    log.info('stopping')
    server.refuseNew()
    // a registration that is under way asks the Queue of this very process
    await within(patience.underWay, Promise.all([server.idle(), own('finish')]))
    const closed = Promise.all([server.close(patience.connections), app.then(({ close }) => close())])
    await within(2 * patience.connections, closed)
    const inTime = await within(patience.database, Promise.resolve(own('close')))
    log.info(inTime ? 'stopped' : 'stopped, although the database could not be closed')
    process.exit(process.exitCode ?? 0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  stopWithNpm(stop)

  await app
  await askFirst(host, port)
  process.stdout.write(`Worker Type Designer: ${process.env.ROOT_URL}\n`)
  const link = globalThis[Symbol.for('worker-type-designer.signInLink')]
  process.stdout.write(link === undefined ? 'A new sign-in link: ./bin/wtd sign-in-link\n' : `Sign in: ${link}\n`)
}
