import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { createQueueHandler } from './createQueueHandler'
import { eachQueue } from './testing/eachQueue'
import { exampleDefinition } from './testing/exampleDefinition'
import type { TestRequest } from './testing/startQueue'

const json = { 'content-type': 'application/json' }
const path = '/api/queue/v1/task/fN1SbArXTPSVFNUvaOlinQ'

eachQueue(
  'limits',
  (queue, store) => {
    const create = (members: Record<string, unknown>, request: TestRequest) =>
      queue().call('PUT', path, { body: exampleDefinition(queue().clock.now, members), ...request })

    it.each<[string, Record<string, unknown>, number, string]>([
      ['scopes, too many', { scopes: Array.from({ length: 5001 }, (_, i) => `a${i}`) }, 400, 'InputValidationError'],
      ['a scope, too long', { scopes: ['a'.repeat(4097)] }, 400, 'InputValidationError'],
      ['values, too many', { extra: { list: Array.from({ length: 60_000 }, () => 1) } }, 413, 'InputTooLarge'],
      [
        'names, too many',
        { tags: Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [i, ''])) },
        413,
        'InputTooLarge',
      ],
      ['a long text, which it may have', { extra: { text: 'a'.repeat(2_000_000) } }, 200, ''],
    ])('are there for %s', async (_, members, status, code) => {
      const answer = await create(members, { as: 'admin' })
      expect({ status: answer.status, code: answer.body.code ?? '' }).toEqual({ status, code })
      expect(JSON.stringify(answer.body).length).toBeLessThan(64 * 1024)
    })

    it('are lower for what nobody has signed, or not well', async () => {
      const large = { extra: { text: 'a'.repeat(100_000) } }
      const codeOf = async (request: TestRequest) => (await create(large, request)).body.code
      expect(await codeOf({})).toBe('InputTooLarge')
      expect(await codeOf({ headers: { ...json, authorization: 'Hawk id="admin"' } })).toBe('AuthenticationFailed')
      expect(await codeOf({ as: 'admin' })).toBeUndefined()
      // the body is not read before the signature holds
      const half = { raw: `{"a":"${'a'.repeat(100_000)}`, headers: json }
      expect((await queue().call('PUT', path, { as: 'nobody', ...half })).body.code).toBe('AuthenticationFailed')
      expect((await queue().call('PUT', path, { as: 'admin', ...half })).body.code).toBe('MalformedPayload')
    })

    it('are told to whoever asks too often, by name, with the time to wait', async () => {
      const handler = createQueueHandler({
        store: store(),
        rootUrl: queue().url,
        now: () => queue().clock.now,
        version: '1',
        randomId: randomUUID,
      })
      const counted: (string | undefined)[] = []
      const ask = async (target: string, headers: Record<string, string> = {}) => {
        const request = new Request(`${queue().url}${target}`, {
          headers: { host: new URL(queue().url).host, ...headers },
        })
        const secondsToWait = (clientId: string | undefined) => counted.push(clientId) && 7
        return handler(request, { target, secondsToWait })
      }
      const answers = [
        await ask('/api/queue/v1/ping'),
        await ask(path),
        await ask(path, { authorization: 'Hawk id="x", ts="1", nonce="n", mac="m"' }),
      ]
      for (const answer of answers) {
        expect(answer.status).toBe(429)
        expect(answer.headers.get('retry-after')).toBe('7')
        expect(await answer.json()).toMatchObject({ code: 'TooManyRequests' })
      }
      expect(counted).toEqual([undefined, undefined, undefined])
    })
  },
  'embedded database',
)
