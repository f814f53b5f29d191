import type { AuthenticationResult } from '@/lib/auth/credentials/authenticateHawk'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { Store } from '@/lib/registry/store/store'
import type { SchemaFile } from './schemaFile'
import type { ScopeTemplate, ScopeValues } from './scopeTemplate'

/** Who calls, once the signature was verified. */
export type Caller = Exclude<AuthenticationResult, { status: 'auth-failed' }>

/** One request, as the handler of a method sees it. */
export interface Call<Payload = JsonObject> {
  params: Record<string, string>
  query: Record<string, string>
  payload: Payload
  now: Date
  rootUrl: string
  store: Store
  /** `version` of the product */
  version: string
  /** told of a task whose payload violates the schema of its worker type */
  onRefusal?: (taskQueueId: string) => void
  /** verifies the signature; throws AuthenticationFailed */
  authenticate(): Promise<Caller>
  /** checks the scopes of the method with values beyond the URL's; throws AuthenticationFailed or InsufficientScopes */
  authorize(values: ScopeValues): Promise<Caller>
}

/** What is published of a method, and what it does. */
export interface MethodSpec<Payload> {
  name: string
  method: 'get' | 'put' | 'post' | 'delete'
  /** below `/api/<service>/v1`, with parameters as `<name>` */
  route: string
  /** the task queue id or worker pool id of the URL may also hold its slash as it is */
  plainSlash?: boolean
  /** query parameters and what they must match */
  query?: Record<string, RegExp>
  scopes?: ScopeTemplate
  input?: SchemaFile<Payload>
  output?: SchemaFile
  stability: 'stable' | 'experimental' | 'deprecated'
  category: string
  title: string
  description: string
  handle(call: Call<Payload>): Promise<JsonObject> | JsonObject
}

/** A method whose input is checked by itself: the table of a service is a list of these. */
export interface Method extends Omit<MethodSpec<never>, 'input' | 'handle'> {
  input?: SchemaFile
  /** checks the input, then does it; `schemaUrl` is where the service's schemas are */
  run(call: Call<JsonValue>, schemaUrl: string): Promise<JsonObject> | JsonObject
}

/** A service: what is published of it, and its methods in the order of its reference. */
export interface Service {
  name: string
  title: string
  description: string
  methods: Method[]
  /** schemas that are published beside the inputs and outputs of methods */
  schemas?: SchemaFile[]
}
