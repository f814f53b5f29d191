/** What the gate does with a request. */
export type GateRoute =
  | { kind: 'create-task'; params: { taskId: string } }
  | { kind: 'declare-worker-type'; params: { provisionerId: string; workerType: string } }
  | { kind: 'payload-schema'; params: { provisionerId: string; workerType: string } }
  /** a published file that the gate adds to; `path` is its plain form */
  | { kind: 'published'; path: string }
  | { kind: 'pass-on' }
  | { kind: 'not-served' }

const plainTask = /^\/api\/queue\/v1\/task\/([A-Za-z0-9_-]{22})$/
const anyTask = /^\/api\/queue\/v1\/task\/([^/]+)\/?$/
const anyWorkerType = /^\/api\/queue\/v1\/provisioners\/([^/]+)\/worker-types\/([^/]+)\/?$/
const anyPayloadSchema = /^\/api\/queue\/v1\/provisioners\/([^/]+)\/worker-types\/([^/]+)\/payload-schema\/?$/
const served = /^\/(?:api|references|schemas)(?:\/|$)/

/** The files that the gate adds its own methods to. */
export const publishedPaths = {
  manifest: '/references/manifest.json',
  reference: '/references/queue/v1/api.json',
  request: '/schemas/queue/v1/update-workertype-request.json',
  response: '/schemas/queue/v1/workertype-response.json',
  payloadSchema: '/schemas/queue/v1/payload-schema-response.json',
} as const

const published = new Set<string>(Object.values(publishedPaths))

/**
 * Finds out what a request is about. Paths are compared in their plain form, so that another spelling of createTask (`%74ask`, `//task`,
 * `x/../task`) is no way round the check; upstream gets the spelling of the client.
 */
export function gateRoute(method: string, target: string): GateRoute {
  if (method === 'PUT') {
    const taskId = plainTask.exec(target)?.[1]
    if (taskId !== undefined) return { kind: 'create-task', params: { taskId } }
  }
  const path = plainPath(target)
  if (!served.test(path)) return { kind: 'not-served' }
  if (method === 'PUT') {
    const [, taskId] = anyTask.exec(path) ?? []
    if (taskId !== undefined) return { kind: 'create-task', params: { taskId } }
    const [, provisionerId, workerType] = anyWorkerType.exec(path) ?? []
    if (provisionerId !== undefined && workerType !== undefined) {
      return { kind: 'declare-worker-type', params: { provisionerId, workerType } }
    }
  }
  if (method === 'GET' || method === 'HEAD') {
    if (published.has(path)) return { kind: 'published', path }
    const [, provisionerId, workerType] = anyPayloadSchema.exec(path) ?? []
    if (provisionerId !== undefined && workerType !== undefined) {
      return { kind: 'payload-schema', params: { provisionerId, workerType } }
    }
  }
  return { kind: 'pass-on' }
}

/** The request target in the form that upstream is asked in: without scheme and host, which proxies send and Hawk does not sign. */
export function originForm(target: string): string {
  return target.startsWith('/') ? target : target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i, '').replace(/^(?!\/)/, '/')
}

function plainPath(target: string): string {
  const raw = originForm(target).replace(/[?#].*$/s, '')
  if (!/[%\\]|\/\/|\/\./.test(raw)) return raw
  const segments: string[] = []
  for (const segment of decode(raw).replaceAll('\\', '/').split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  return `/${segments.join('/')}`
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
