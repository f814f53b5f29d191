import apis from 'taskcluster-client/src/apis.js'
import { describe, expect, it } from 'vitest'
import { isJsonObject } from '@/lib/base/json'
import { apiReference } from './publishedFiles'
import { services } from './services'

// Where ours differs from what `taskcluster-client` was generated from, and why.
const differences: Record<string, Record<string, unknown>> = {
  // published here, so that the answer has a schema too
  ping: { output: undefined },
  // everybody may know what they may do: roles that would give the scope are not expanded here
  currentScopes: { scopes: 'auth:current-scopes' },
}
// beside the release: the schema that a worker type is held to, which no release has
const own = ['getPayloadSchema']
const clientNames: Record<string, string> = { queue: 'Queue', auth: 'Auth', 'worker-manager': 'WorkerManager' }
const compared = ['type', 'method', 'route', 'args', 'query', 'stability', 'category', 'scopes', 'input', 'output']

describe.each(services)('the reference of $name', (service) => {
  const released = apis[clientNames[service.name] ?? '']?.reference.entries ?? []
  const { entries } = apiReference(service, 'https://types.example.com')
  const ours = (Array.isArray(entries) ? entries : []).filter(isJsonObject)

  it.each(ours.filter(({ name }) => !own.includes(String(name))).map((entry) => [String(entry.name), entry] as const))(
    '%s is that of the release',
    (name, entry) => {
      const theirs = released.find((one) => one.name === name)
      const pick = (from: Record<string, unknown>) => Object.fromEntries(compared.map((key) => [key, from[key]]))
      expect(theirs).toBeDefined()
      expect({ ...pick(entry), ...differences[name] }).toEqual(pick(theirs ?? {}))
    },
  )
})
