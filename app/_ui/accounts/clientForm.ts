import type { NewClient } from '@/lib/auth/clients/createClient'
import type { Problem } from '@/lib/base/problem'

/** What a form about clients has come to. */
export interface ClientState {
  problems: Problem[]
  /** what was done, in a sentence */
  done?: string
  /** credentials that are shown this once */
  shown?: { clientId: string; accessToken: string }
}

/** Reads the fields of a new client: one scope a line, and the day at whose end (UTC) it is over. */
export function readClientForm(text: (name: string) => string): NewClient {
  const day = text('expires').trim()
  return {
    clientId: text('clientId').trim(),
    description: text('description').trim(),
    scopes: text('scopes')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    expires: new Date(/^\d{4}-\d\d-\d\d$/.test(day) ? `${day}T23:59:59.999Z` : Number.NaN),
  }
}
