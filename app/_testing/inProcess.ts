import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'

/** Whoever asks next: what Next would tell pages, routes and actions of the request. */
export interface Asking {
  cookies: Map<string, string>
  headers: Headers
}

export const asking: Asking = { cookies: new Map(), headers: new Headers() }

// A test must call it from `vi.mock` factories of its own, which are lifted above its imports.

/** Stands in for `next/headers`. */
export const nextHeaders = {
  headers: async () => asking.headers,
  cookies: async () => ({
    get: (name: string) => {
      const value = asking.cookies.get(name)
      return value === undefined ? undefined : { name, value }
    },
    set: (name: string, value: string) => {
      if (value === '') asking.cookies.delete(name)
      else asking.cookies.set(name, value)
    },
  }),
}

/** Stands in for `next/cache`. */
export const nextCache = { revalidatePath: () => {}, refresh: () => {} }

/** Gives this process the environment of a server with an empty data directory; the result takes it away again. */
export function serverEnvironment(port: number, more: Record<string, string> = {}): () => Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'wtd-app-'))
  const rootUrl = `http://127.0.0.1:${port}`
  const environment = { PORT: String(port), DATA_DIR: dataDir, ROOT_URL: rootUrl, CHECK_MINUTES: '0', ...more }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  // what next.config.js says of pages for whoever may not read
  vi.stubEnv('__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS', 'true')
  return async () => {
    const kept: { [key: symbol]: unknown } = globalThis
    const close = kept[Symbol.for('worker-type-designer.close')]
    if (typeof close === 'function') await close()
    vi.unstubAllEnvs()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** What came of a call: an answer, or where Next would have gone instead. */
export type Outcome = { answer: unknown } | { went: string }

/** Calls something of the app and catches how Next goes elsewhere: `redirect:/path`, `404`, `401`, `403`. */
export async function outcomeOf(call: () => unknown): Promise<Outcome> {
  try {
    return { answer: await call() }
  } catch (error) {
    const digest = typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : ''
    const [kind, ...rest] = digest.split(';')
    if (kind === 'NEXT_HTTP_ERROR_FALLBACK') return { went: rest[0] ?? '' }
    if (kind === 'NEXT_REDIRECT') return { went: `redirect:${rest[1]}` }
    throw error
  }
}

/** A form with these fields. */
export function formOf(fields: Record<string, string | Blob>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
