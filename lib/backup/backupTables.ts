import type { BackupTable } from './tables/backupTable'
import { designTables } from './tables/designTables'
import { queueTables } from './tables/queueTables'
import { registrationTables } from './tables/registrationTables'
import { serverTables } from './tables/serverTables'

/** The tables of a backup in the order of the file: what is referred to comes first. */
export const backupTables: BackupTable[] = [...designTables, ...registrationTables, ...queueTables, ...serverTables]

/** The tables that no backup has, and why. */
export const leftOutTables: Record<string, string> = {
  sessions: 'who is signed in, with their credentials: sign in again',
  sign_in_tokens: 'one-time links: the first start on a database prints one, wtd sign-in-link makes others',
  login_attempts: 'sign-ins that are under way: begin again',
}
