import { AsyncLocalStorage } from 'node:async_hooks'

/** What is no fault of the server, in words, and the seconds after which it may be over. */
export interface RequestTrouble {
  message: string
  help: string
  retryAfter: number
}

/** What is known of the request that is being answered, for whoever answers it and for the log. */
export interface CurrentRequest {
  id: string
  /** who signed it or is signed in, once that was checked */
  client?: string
  /** false as long as the framework reads what only it can read; what fails from here on is the fault of the server */
  reached: boolean
  /** why the database could not do what it was asked, which the framework takes for a fault */
  trouble?: RequestTrouble
  /** why it could not be read, in words of the framework */
  why?: string
}

/** What is counted of requests before anything of ours answers them. */
export interface RequestCounts {
  malformedActions: number
}

/** The request that is being answered; undefined for what the process does by itself. */
export function currentRequest(): CurrentRequest | undefined {
  return shared().requests.getStore()
}

interface Kept {
  requests: AsyncLocalStorage<CurrentRequest>
  counts: RequestCounts
}

// The server, its pages and its route handlers are bundled apart from each other, and share one process.
const kept: { [key: symbol]: Kept | undefined } = globalThis
const key = Symbol.for('worker-type-designer.request')

function shared(): Kept {
  kept[key] ??= { requests: new AsyncLocalStorage(), counts: { malformedActions: 0 } }
  return kept[key]
}

/** Answers a request; whatever comes of that knows it as the current one. */
export function duringRequest<T>(request: CurrentRequest, answer: () => T): T {
  return shared().requests.run(request, answer)
}

const known = new WeakMap<object, CurrentRequest>()

/** Knows a request by what Node hands on of it, for servers that answer it without `duringRequest`. */
export function keepRequest(incoming: object, request: CurrentRequest): void {
  known.set(incoming, request)
}

/** The request that was kept so. */
export function keptRequest(incoming: object): CurrentRequest | undefined {
  return known.get(incoming)
}

/** Counts since the process started. */
export function requestCounts(): RequestCounts {
  return shared().counts
}

/** Says who sends the current request. */
export function noteClient(client: string): void {
  const request = currentRequest()
  if (request !== undefined) request.client = client
}

/** Says that the current request could be read, and that an action or a page of ours answers it. */
export function markReached(): void {
  const request = currentRequest()
  if (request !== undefined) request.reached = true
}

/** Says why the current request cannot be answered now. */
export function noteTrouble(trouble: RequestTrouble): void {
  const request = currentRequest()
  if (request !== undefined) request.trouble = trouble
}
