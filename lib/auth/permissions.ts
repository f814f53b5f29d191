import { missingScopes, type ScopeExpression, scopesIn } from './scopes'

/** Reading, where the server does not let everybody read. */
export const viewScope = 'worker-types:view'

/** Changing, starting or deleting a design of a task queue, `<provisionerId>/<workerType>`. */
export function designScope(taskQueueId: string): string {
  return `worker-types:design:${taskQueueId}`
}

/** Adding or deleting a version of a custom entry of the catalog. */
export function catalogScope({ worker, name }: { worker: string; name: string }): string {
  return `worker-types:catalog:${worker}/${name}`
}

/** Reading the audit. */
export const auditScope = 'worker-types:audit'

/** Reading which clients there are. Changing them takes the scopes of Taskcluster's auth service. */
export const listClientsScope = 'auth:list-clients'

/** Whether somebody may do something, in words for a page before the click. */
export interface Permission {
  allowed: boolean
  signedIn: boolean
  /** the scopes that it takes */
  needed: string[]
  /** those of them that are not held */
  missing: string[]
}

/** What a need comes to for somebody who holds these scopes; undefined stands for nobody, who may do nothing that is asked for. */
export function permission(held: readonly string[] | undefined, need: ScopeExpression): Permission {
  const left = missingScopes(held ?? [], need)
  return {
    allowed: held !== undefined && left === undefined,
    signedIn: held !== undefined,
    needed: [...new Set(scopesIn(need))],
    missing: left === undefined ? [] : [...new Set(scopesIn(left))],
  }
}

/**
 * The same for a need that depends on what will be typed: all that is known of it is how its scope begins, and `named` says the rest in
 * words. It is allowed where the holder could do it with some name.
 */
export function permissionWithin(held: readonly string[] | undefined, stem: string, named: string): Permission {
  const some = (held ?? []).some(
    (scope) => scope.startsWith(stem) || (scope.endsWith('*') && stem.startsWith(scope.slice(0, -1))),
  )
  const needed = [`${stem}${named}`]
  return { allowed: some, signedIn: held !== undefined, needed, missing: some ? [] : needed }
}
