import { randomBytes } from 'node:crypto'

/** Secrets that are somewhere they came in by, by name. */

export const secrets = new Map<string, string>()
/** What is no secret, and must be found wherever texts of users go: the search sees there. */
export const marker = `mark${randomBytes(8).toString('hex')}`
const slugId = () => {
  const id = randomBytes(16)
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x40
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80
  return id.toString('base64url')
}
/** Plants another secret: an access token of Taskcluster, or what a human would think of. */
export function plant(name: string, kind: 'token' | 'password' = 'token'): string {
  const secret = kind === 'token' ? slugId() + slugId() : `hush-${randomBytes(9).toString('hex')}`
  secrets.set(name, secret)
  return secret
}

/** A configuration file with literals. */
export function configFile(): string {
  const runs = { pollingInterval: 1, reclaimOffset: 300, minimumReclaimDelay: 30, concurrency: 1 }
  const config = {
    ...{ engine: 'native', engines: { native: { createUser: false } }, temporaryFolder: `/mnt/${marker}` },
    plugins: {
      disabled: ['relengapi'],
      env: {},
      success: {},
      relengapi: { token: plant('token of a plugin', 'password') },
    },
    ...{
      minimumDiskSpace: 0,
      minimumMemory: 0,
      monitor: { logLevel: 'info' },
      webHookServer: { provider: 'localhost' },
    },
    credentials: {
      clientId: 'worker',
      accessToken: plant('token of a configuration'),
      certificate: `{"version":1,"seed":"${plant('seed of a certificate')}"}`,
    },
    worker: { ...{ provisionerId: 'proj', workerType: 'planted-1', workerGroup: 'g', workerId: 'w' }, ...runs },
  }
  return JSON.stringify({ config })
}

/** A file of worker-runner with literals. */
export function runnerFile(): string {
  return JSON.stringify({
    provider: {
      ...{ providerType: 'aws', providerID: 'aws', workerPoolID: 'proj/planted-2' },
      accessToken: plant('token of a runner'),
    },
    worker: { implementation: 'generic-worker', path: '/bin/w', configPath: '/etc/w' },
    workerConfig: { accessToken: plant('token in workerConfig', 'password'), livelogExecutable: `/bin/${marker}` },
  })
}
