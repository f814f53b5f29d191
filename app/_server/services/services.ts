import 'server-only'
import { randomBytes } from 'node:crypto'
import { PHASE_PRODUCTION_BUILD } from 'next/constants'
import { Counter, type Registry } from 'prom-client'
import type { LoginDeployment } from '@/lib/auth/login/loginDeployment'
import type { SessionPlace, SignInDeployment } from '@/lib/auth/sessions/session'
import { firstSignInToken } from '@/lib/auth/sessions/takeSignInToken'
import { openServerStore } from '@/lib/auth/setup/openServerStore'
import { signInLink } from '@/lib/auth/setup/signInTokenFile'
import { type Problem, succeed } from '@/lib/base/problem'
import { sentence } from '@/lib/base/texts'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { type CatalogFolderFile, readCatalogFolder } from '@/lib/catalog/readCatalogFolder'
import { type Environment, readEnvironment } from '@/lib/env'
import { createLog } from '@/lib/http/createLog'
import { requestCounts } from '@/lib/http/currentRequest'
import { tellDisk } from '@/lib/queue/operations/health'
import { addDiskMetrics, type QueueMetrics, queueMetrics } from '@/lib/queue/operations/queueMetrics'
import { currentScopes } from '@/lib/registrar/deployment/currentScopes'
import { databaseTrouble } from '@/lib/registry/store/databaseTrouble'
import type { Store, StoreDisk } from '@/lib/registry/store/store'
import { closeLanes } from '@/lib/thread/lanes'

/** The store, the sessions and the settings of this process. The first call opens them; a failed opening is tried again. */
export function services(): Promise<Services> {
  const known = kept[servicesKey]
  if (known instanceof Promise) return known
  const opening = open()
  kept[servicesKey] = opening
  opening.catch(() => {
    kept[servicesKey] = undefined
  })
  return opening
}

/** Adds to the metrics how many actions could not be read: they end before anything here is asked. */
function countMalformedActions(registry: Registry): void {
  new Counter({
    name: 'app_malformed_actions_total',
    help: 'Requests to actions of pages that no page of this server makes',
    registers: [registry],
    collect() {
      this.reset()
      this.inc(requestCounts().malformedActions)
    },
  })
}

/** What this process works with, opened once. */
export interface Services {
  environment: Environment
  store: Store
  sessions: SessionPlace
  /** where people can sign in by a login elsewhere */
  login?: LoginDeployment
  /** of the embedded Queue */
  metrics: QueueMetrics
  /** what was in CATALOG_DIR when the process started */
  catalogFiles: CatalogFolderFile[]
}

/** The services cannot be opened; the problems say why, in words for the owner. */
export class ServicesUnavailable extends Error {
  constructor(readonly problems: Problem[]) {
    super(
      problems
        .flatMap(({ message, help }) => (help ? [message, help] : [message]))
        .map(sentence)
        .join(' '),
    )
  }
}

// Pages and route handlers are bundled apart from each other and still share one process.
const kept: { [key: symbol]: Promise<Services> | (() => Promise<void>) | string | undefined } = globalThis
const servicesKey = Symbol.for('worker-type-designer.services')
const closeKey = Symbol.for('worker-type-designer.close')
const linkKey = Symbol.for('worker-type-designer.signInLink')

const random = (bytes: number) => randomBytes(bytes).toString('base64url')

async function open(): Promise<Services> {
  const building = process.env.NEXT_PHASE === PHASE_PRODUCTION_BUILD || process.env.WORKER_TYPE_DESIGNER_BUILD === '1'
  if (building) throw new Error('a build must not open the data directory')
  const environment = readEnvironment(process.env)
  if (!environment.ok) throw new ServicesUnavailable(environment.problems)
  const { dataDir, databaseUrl, rootUrl, catalogDir, signIn } = environment.value
  const catalog = loadCatalog()
  const folder = catalogDir === undefined ? succeed([]) : readCatalogFolder(catalogDir, catalog)
  if (!folder.ok) throw new ServicesUnavailable(folder.problems)
  const now = new Date()
  const place = { dataDir, databaseUrl, rootUrl, sealKey: environment.value.sealKey, random, now }
  const opened = await openServerStore(place)
  if (!opened.ok) throw new ServicesUnavailable(opened.problems)
  const store = opened.value
  const metrics = queueMetrics()
  if (store.disk !== undefined) watchDisk(store.disk, metrics)
  kept[closeKey] = async () => {
    await closeLanes()
    await store.close()
  }
  const first = await firstSignInToken(store, place).catch((error: unknown) => {
    const trouble = databaseTrouble(error)
    throw trouble === undefined ? error : new ServicesUnavailable([trouble])
  })
  if (first !== undefined) kept[linkKey] = signInLink(rootUrl, first)
  const elsewhere = signIn === undefined || signIn.rootUrl === rootUrl ? undefined : signInDeployment(signIn.rootUrl)
  const sessions = {
    store,
    random,
    rootUrl,
    dataDir,
    ...(elsewhere && { elsewhere }),
  }
  const redirectUri = `${rootUrl}/sign-in/callback`
  const login =
    elsewhere && signIn?.clientId !== undefined ? { ...signIn, clientId: signIn.clientId, redirectUri } : undefined
  countMalformedActions(metrics.registry)
  return {
    environment: environment.value,
    store,
    sessions,
    ...(login && { login }),
    metrics,
    catalogFiles: folder.value,
  }
}

function watchDisk(disk: StoreDisk, { registry }: QueueMetrics): void {
  const log = createLog('database')
  tellDisk(disk, log)
  addDiskMetrics(registry, disk)
  disk.stopped.then((error) => {
    log.error({ err: error }, 'the database has stopped, and this process with it: start it again')
    // as if it were asked to: what is being answered is answered to the end
    process.exitCode = 1
    process.kill(process.pid, 'SIGTERM')
  })
}

function signInDeployment(rootUrl: string): SignInDeployment {
  const patience = 5000
  return { rootUrl, currentScopes: (credentials) => currentScopes({ rootUrl, credentials, patience }) }
}
