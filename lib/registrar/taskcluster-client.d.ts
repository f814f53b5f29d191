declare module 'taskcluster-client' {
  interface ClientCredentials {
    clientId?: string
    accessToken?: string
    certificate?: string
  }

  interface ClientOptions {
    rootUrl: string
    credentials?: ClientCredentials
    authorizedScopes?: string[]
    retries?: number
    timeout?: number
  }

  type ClientMethods = Record<string, (...args: unknown[]) => Promise<unknown>>

  type ClientClass = new (options: ClientOptions) => ClientMethods

  export function createClient(reference: object, name?: string): ClientClass

  export function createTemporaryCredentials(options: {
    start: Date
    expiry: Date
    scopes: string[]
    clientId?: string
    credentials: { clientId: string; accessToken: string }
  }): { clientId: string; accessToken: string; certificate: string }

  const taskcluster: { Queue: ClientClass; Auth: ClientClass; WorkerManager: ClientClass }
  export default taskcluster
}

declare module 'taskcluster-client/src/apis.js' {
  /** the references that its classes are generated from */
  const apis: Record<string, { reference: { entries: Record<string, unknown>[] } }>
  export default apis
}
