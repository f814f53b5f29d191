import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { startConfig } from '@/lib/compose/read/importConfig'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { checkConfigCredentials } from './checkConfigCredentials'

const env = { $env: 'TOKEN' }
const secret = { $secret: 'a', key: 'b' }
const host = { $hostcredentials: ['http://localhost'] }

describe('checkCredentials', () => {
  it.each<[string, JsonValue | undefined, string[]]>([
    ['texts', { clientId: 'c', accessToken: 't' }, ['secrets']],
    ['references that are replaced before', { clientId: env, accessToken: env }, ['env', 'secrets']],
    ['credentials of the host', host, ['hostcredentials', 'secrets']],
    ['references and no secrets', { clientId: env, accessToken: env }, ['env']],
    ['a transform that is not listed, which is told elsewhere', { clientId: 'c', accessToken: env }, ['secrets']],
    ['a certificate', { clientId: 'c', accessToken: 't', certificate: secret }, ['secrets']],
    [
      'what another transform replaces first',
      { clientId: 'c', accessToken: { ...env, ...secret } },
      ['env', 'secrets'],
    ],
    ['none', undefined, ['secrets']],
    ['credentials of a wrong type', 'c', ['secrets']],
  ])('lets %s pass', (_, credentials, transforms) => {
    expect(checkConfigCredentials(credentials, transforms, ['c'])).toEqual([])
  })

  it.each<[string, JsonValue, string[], string[]]>([
    ['a token that is a secret', { clientId: 'c', accessToken: secret }, ['env', 'secrets'], ['c.accessToken']],
    ['both from secrets', { clientId: secret, accessToken: secret }, ['secrets'], ['c.clientId', 'c.accessToken']],
    ['a token that is replaced later', { clientId: 'c', accessToken: env }, ['secrets', 'env'], ['c.accessToken']],
    ['credentials that are replaced later', host, ['secrets', 'hostcredentials'], ['c']],
    ['credentials in a secret', secret, ['secrets'], ['c']],
  ])('finds %s', (_, credentials, transforms, places) => {
    const problems = checkConfigCredentials(credentials, transforms, ['c'])
    expect(problems.map(({ code, severity, path }) => [code, severity, path])).toEqual(
      places.map((path) => ['credentials-late', 'error', path]),
    )
  })

  it('is told of a design and of a configuration file that would not start', () => {
    const base = exampleDesign('mock', { success: {} })
    const late = (accessToken: JsonValue, transforms?: string[]) => {
      const design = { ...base, settings: { ...base.settings, credentials: { clientId: 'c', accessToken } } }
      const { problems, workerConfig } = composeWorkerType(
        { ...design, ...(transforms ? { transforms } : {}) },
        loadCatalog(),
      )
      const started = startConfig(stringify(workerConfig), {
        catalog: loadCatalog(),
        environment: { TOKEN: 'a'.repeat(22) },
      })
      return [problems, started.problems].map((list) =>
        list.filter(({ code }) => code === 'credentials-late').map(({ path }) => path),
      )
    }
    expect(late(env)).toEqual([[], []])
    expect(late(env, ['env', 'secrets'])).toEqual([[], []])
    expect(late(secret)).toEqual([['settings.credentials.accessToken'], ['config.credentials.accessToken']])
    expect(late(env, ['secrets', 'env'])).toEqual([
      ['settings.credentials.accessToken'],
      ['config.credentials.accessToken'],
    ])
  })
})
