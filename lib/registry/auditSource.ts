import { AsyncLocalStorage } from 'node:async_hooks'

/** Where a change comes from: the address that asked, and the way it came. */
export interface AuditSource {
  /** IP address */
  address: string
  /** `browser`, `program`, or what else asked */
  way: string
}

// Pages and route handlers are bundled apart from each other and still share one process.
const kept: { [key: symbol]: AsyncLocalStorage<AuditSource> | undefined } = globalThis
const key = Symbol.for('worker-type-designer.audit-source')
const storage = kept[key] ?? new AsyncLocalStorage<AuditSource>()
kept[key] = storage

/** Runs something whose audit rows say that it was asked for from there. */
export function withAuditSource<T>(source: AuditSource, run: () => T): T {
  return storage.run(source, run)
}

/** From where the change that is under way was asked for; undefined for what this process does by itself. */
export function auditSource(): AuditSource | undefined {
  return storage.getStore()
}
