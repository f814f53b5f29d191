import { chownSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { RandomText } from './ensureAdminClient'
import { readSecretFile, writeSecretFile } from './secretFile'

const name = 'sign-in-token'

/** A token that signs in as `admin` once, and when it was made. */
export interface SignInToken {
  token: string
  createdAt: Date
}

/**
 * Makes a token and puts it into `sign-in-token` in the data directory, readable by the owner alone, in place of the one that was there. The
 * server looks there when a link is used, so this works while it runs, and whether or not somebody else has the database open.
 */
export function makeSignInToken(dataDir: string, random: RandomText, now: Date): SignInToken {
  const token = random(32)
  writeSecretFile(dataDir, name, `${token}\n${now.toISOString()}\n`)
  const { uid, gid } = statSync(dataDir)
  // an administrator makes it for the server, which may run as somebody else
  if (process.getuid?.() === 0) chownSync(join(dataDir, name), uid, gid)
  return { token, createdAt: now }
}

/** The token that was made last; undefined without one, and for the file of a release that kept no time with it. */
export function readSignInToken(dataDir: string): SignInToken | undefined {
  const [token = '', time = ''] = (readSecretFile(join(dataDir, name)) ?? '').split('\n')
  const createdAt = new Date(time)
  return token === '' || Number.isNaN(createdAt.getTime()) ? undefined : { token, createdAt }
}

/** Removes the file of a token that was used. */
export function removeSignInToken(dataDir: string, used: string): void {
  if (readSignInToken(dataDir)?.token === used) rmSync(join(dataDir, name), { force: true })
}

/** The link of a token, at the address of a server. */
export function signInLink(rootUrl: string, { token }: SignInToken): string {
  return `${rootUrl}/sign-in?token=${encodeURIComponent(token)}`
}
