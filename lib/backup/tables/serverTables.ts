import { sql } from 'drizzle-orm'
import { clientIdPattern } from '@/lib/auth/credentials/client'
import { isScope } from '@/lib/auth/scopes'
import { firstStart } from '@/lib/auth/setup/ensureAdminClient'
import type { JsonValue } from '@/lib/base/json'
import { audit, clients } from '@/lib/registry/tables/serverTables'
import { backupTable, wrong } from './backupTable'

/** Who the audit says imported a backup. No client can have this id. */
export const importer = 'wtd import-all'

const theseClients = backupTable('clients', clients, {
  key: ['clientId'],
  keep: ['clientId', 'description', 'scopes', 'createdBy', 'createdAt', 'expires', 'disabled'],
  leftOut: {
    sealedAccessToken: 'a secret; whoever may, gives the client a new one',
    accessToken: 'a secret, from before tokens were sealed',
  },
  // the first client belongs to its server, which makes it when it starts
  ownRows: sql.raw(`client_id = 'admin'`),
  json: { scopes: (value) => isListOfScopes(value) },
  check: ({ clientId }) => {
    if (!clientIdPattern.test(clientId) || clientId.length > 255) return [wrong('clientId', 'this is no client id')]
    return clientId === 'admin' ? [wrong('clientId', 'each server makes its own client admin')] : []
  },
})

function isListOfScopes(value: JsonValue): boolean {
  return Array.isArray(value) && value.every((scope) => isScope(scope))
}

const recorded = backupTable('audit', audit, {
  key: ['id'],
  keep: ['id', 'at', 'who', 'action', 'entity', 'address', 'way', 'detail'],
  // that a server was first started, and that a backup was imported, is true of one store
  ownRows: sql.raw(`who in ('${firstStart}', '${importer}')`),
  check: ({ who }) =>
    who === firstStart || who === importer ? [wrong('who', 'rows of this kind belong to one server')] : [],
})

/** Who may do what here, and what was done. */
export const serverTables = [theseClients, recorded]
