import 'server-only'
import { randomBytes } from 'node:crypto'

/** A random name of 22 characters for a draft. It begins with a letter or a digit, so that it is never taken for an option. */
export function newId(): string {
  for (;;) {
    const id = randomBytes(16).toString('base64url')
    if (/^[A-Za-z0-9]/.test(id)) return id
  }
}
