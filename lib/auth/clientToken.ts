import type { Store } from '@/lib/registry/store'
import { openSecret, sealSecret } from './sealSecret'

/** The access tokens in the database cannot be opened: they were sealed with another key, or somebody has changed them. */
export class SealKeyWrong extends Error {
  override readonly name = 'SealKeyWrong'
  constructor(clientId: string) {
    super(`the access token of the client ${clientId} cannot be opened: it was sealed with another key`)
  }
}

/** The access token of a client as it goes into the database. */
export function sealClientToken(store: Store, clientId: string, accessToken: string): string {
  return sealSecret(keyOf(store), `client:${clientId}`, accessToken)
}

/** The access token of a client, from the database. Throws `SealKeyWrong`. */
export function openClientToken(store: Store, clientId: string, sealed: string): string {
  const opened = openSecret(keyOf(store), `client:${clientId}`, sealed)
  if (opened === undefined) throw new SealKeyWrong(clientId)
  return opened
}

function keyOf({ sealKey }: Store): string {
  if (sealKey === undefined) throw new Error('this store was opened without the key that seals secrets')
  return sealKey
}
