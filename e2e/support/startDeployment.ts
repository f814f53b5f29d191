import { type LoginUser, loginEndpoints, type RegisteredClient } from '@/lib/auth/testing/loginEndpoints'
import { startQueue, type TestQueue } from '@/lib/queue/testing/startQueue'
import { openEmbedded } from '@/lib/registry/store/openEmbedded'
import { databaseFiles } from '@/lib/registry/testing/databaseFiles'

/** Another Taskcluster deployment: a Queue and auth service of its own, with a third-party login. */
export interface TestDeployment {
  rootUrl: string
  /** this server among those that the deployment knows; its redirect URIs may be changed */
  registered: RegisteredClient
  /** what was given out in logins, by kind, that nobody else should see */
  secrets: Map<string, string>
  addClient: TestQueue['addClient']
  call: TestQueue['call']
  stop(): Promise<void>
}

/** Starts another deployment, where one user has an account. */
export async function startDeployment(user: LoginUser, scope: string[]): Promise<TestDeployment> {
  const store = await openEmbedded(undefined, databaseFiles)
  const registered: RegisteredClient = { clientId: 'designer', redirectUri: [], scope }
  const secrets = new Map<string, string>()
  const login = loginEndpoints({
    registered,
    user,
    createClient: async (clientId, scopes) => {
      const made = await queue.addClient(clientId, scopes)
      secrets.set('access token of a login', made.accessToken)
      return made
    },
    onSecret: (name, secret) => void secrets.set(name, secret),
    now: () => new Date(),
  })
  const queue = await startQueue(store, (handler) => async (request, raw) => {
    return (await login(request)) ?? handler(request, raw)
  })
  const stop = async () => {
    await queue.stop()
    await store.close()
  }
  return { rootUrl: queue.url, registered, secrets, addClient: queue.addClient, call: queue.call, stop }
}
