import 'server-only'
import { services } from '@/app/_server/services/services'
import { currentSession } from '@/app/_server/services/session'
import { auditScope, listClientsScope, type Permission, permission, viewScope } from '@/lib/auth/permissions'
import { recordRefusal } from '@/lib/auth/recordRefusal'
import type { ScopeExpression } from '@/lib/auth/scopes'
import type { Session } from '@/lib/auth/sessions/session'
import { Refused } from './refused'

/** Who the guard lets through before anything is read: everybody, those who may read, or those who may read what only few may. */
export type Readers = 'everyone' | 'readers' | 'auditors' | 'clientReaders'

const scopeOf = { readers: viewScope, auditors: auditScope, clientReaders: listClientsScope }

/** Who asks: somebody who is signed in, or a program that signs its requests. */
export type Actor = Pick<Session, 'who' | 'scopes'>

/**
 * Asks whether the caller may do something, and says who they are only if they may: without asking, an action knows no author to act for.
 * Throws `Refused`.
 */
export type Ask<Who extends Actor = Session> = (need: ScopeExpression) => Promise<Who>

/** Lets an actor do what a need says. Throws `Refused`. */
export async function demand<Who extends Actor>(
  need: ScopeExpression,
  actor: Who | undefined,
  name: string,
): Promise<Who> {
  const answer = permission(actor?.scopes, need)
  if (actor === undefined || !answer.allowed) throw await refuse(answer, actor, name)
  return actor
}

/** What keeps an actor from reading something of this server; undefined where nothing does. */
export async function readingRefusal(readers: Readers, actor: Actor | undefined): Promise<Permission | undefined> {
  if (readers === 'everyone') return undefined
  const { environment } = await services()
  if (readers === 'readers' && environment.publicRead) return undefined
  const answer = permission(actor?.scopes, scopeOf[readers])
  return answer.allowed ? undefined : answer
}

/** Lets readers through. Throws `Refused`. */
export async function demandReading(readers: Readers, actor: Actor | undefined, name: string): Promise<void> {
  const refused = await readingRefusal(readers, actor)
  if (refused !== undefined) throw await refuse(refused, actor, name)
}

/** What somebody may do, for a page that shows it before the click. */
export async function may(need: ScopeExpression): Promise<Permission> {
  return permission((await currentSession())?.scopes, need)
}

/** Refusals of nobody are not kept: anybody could fill the audit with them. */
export async function recordIfKnown(refused: Permission, actor: Actor | undefined, what: string): Promise<void> {
  if (actor === undefined) return
  const { store } = await services()
  const { needed, missing } = refused
  await recordRefusal(store, { who: actor.who, what, at: new Date(), detail: { needed, missing } })
}

async function refuse(refused: Permission, actor: Actor | undefined, name: string): Promise<Refused> {
  await recordIfKnown(refused, actor, `action:${name}`)
  return new Refused(refused)
}
