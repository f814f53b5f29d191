import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { definition, minutesFromNow, newProvisioner, type SuiteContext, slugId } from './suiteContext'

const payloadSchema = {
  type: 'object',
  properties: {
    command: { type: 'array', items: { type: 'string' } },
    caches: { type: 'array', items: { type: 'object', properties: { name: { type: 'string', pattern: '^[a-z]+$' } } } },
    maxRunTime: { type: 'integer', maximum: 3600 },
  },
  required: ['command'],
  additionalProperties: false,
}

const nested = (levels: number): JsonObject => (levels === 0 ? {} : { not: nested(levels - 1) })

/** What a payload schema is refused for, and what it refuses. */
export function enforcementSuite(context: () => SuiteContext): void {
  const declared = async (body: JsonObject) => {
    const provisionerId = newProvisioner()
    await context().queue()('declareWorkerType', provisionerId, 'a', body)
    return `${provisionerId}/a`
  }

  it.each<[string, JsonObject, RegExp]>([
    ['of another draft', { $schema: 'http://json-schema.org/draft-04/schema#' }, /draft-06 or draft-07/],
    ['with a keyword of the wrong kind', { type: 'text' }, /type/],
    ['with a reference to another document', { $ref: 'https://example.com/x.json' }, /never fetched/],
    ['with a reference to nowhere', { $ref: '#/definitions/x' }, /no schema/],
    ['of more than 512 KB', { description: 'x'.repeat(512 * 1024) }, /512 KB/],
    ['deeper than 64 levels', nested(64), /64 levels/],
    ['with a pattern that looks ahead', { properties: { a: { pattern: '(?=a)' } } }, /properties\.a\.pattern: .*RE2/],
    ['with a pattern that refers back', { patternProperties: { '^(a)\\1$': {} } }, /RE2/],
  ])('refuses a schema %s', async (_, schema, words) => {
    const { queue, refusal } = context()
    const provisionerId = newProvisioner()
    const refused = await refusal(queue()('declareWorkerType', provisionerId, 'a', { payloadSchema: schema }))
    expect(refused).toMatchObject({ statusCode: 400, code: 'InputValidationError' })
    expect(refused.message).toMatch(words)
    expect(refused.message).toContain('  * data/payloadSchema')
    expect(await refusal(queue()('getWorkerType', provisionerId, 'a'))).toMatchObject({ statusCode: 404 })
  })

  it('refuses what the registered schema refuses, in one message with all places', async () => {
    const { queue, refusal } = context()
    const taskQueueId = await declared({ payloadSchema })
    const payload = { caches: [{ name: 'A1' }], maxRunTime: 86_400, comand: [] }
    const taskId = slugId()
    const refused = await refusal(queue()('createTask', taskId, definition(taskQueueId, { payload })))
    expect(refused).toMatchObject({ statusCode: 400, code: 'InputValidationError' })
    const lines = refused.message.split('\n')
    const page = expect.stringMatching(`^https?://.*/worker-types/${taskQueueId}$`)
    expect(lines.slice(0, 2)).toEqual(['', 'Schema Validation Failed!'])
    expect(lines).toContainEqual(expect.stringMatching(`^Rejecting Schema: https?://.*/worker-types/${taskQueueId}$`))
    for (const place of ['', '/caches/0/name', '/maxRunTime', '/comand'])
      expect(lines).toContainEqual(expect.stringMatching(`^  \\* data/payload${place} `))
    expect(lines).toContainEqual(expect.stringContaining('did you mean `command`?'))
    expect(refused.message.match(/https?:\/\/\S*/g)).toContainEqual(page)
    expect(await refusal(queue()('task', taskId))).toMatchObject({ statusCode: 404 })
    expect(await queue()('createTask', taskId, definition(taskQueueId))).toMatchObject({ status: { taskId } })
  })

  it('refuses only tasks of its own worker type', async () => {
    const { queue } = context()
    await declared({ payloadSchema })
    const other = definition(`${newProvisioner()}/a`, { payload: {} })
    expect(await queue()('createTask', slugId(), other)).toHaveProperty('status')
  })

  it('checks the definition, and who sends it, before the payload', async () => {
    const { queue, refusal } = context()
    const taskQueueId = await declared({ payloadSchema })
    const create = (change: Record<string, unknown>, held?: string[]) =>
      refusal(queue(held)('createTask', slugId(), definition(taskQueueId, { payload: {}, ...change })))
    expect(await create({ created: minutesFromNow(-99) })).toMatchObject({ code: 'InputError' })
    expect(await create({ scopes: ['a**'] })).toMatchObject({ code: 'InputError' })
    expect(await create({}, [])).toMatchObject({ statusCode: 403, code: 'InsufficientScopes' })
    expect(await create({})).toMatchObject({ statusCode: 400, code: 'InputValidationError' })
  })

  it('is bound by the newest schema, also when a declaration leaves it out', async () => {
    const { queue, refusal } = context()
    const taskQueueId = await declared({ payloadSchema })
    const [provisionerId] = taskQueueId.split('/')
    const create = (payload: JsonObject) => queue()('createTask', slugId(), definition(taskQueueId, { payload }))
    await queue()('declareWorkerType', provisionerId, 'a', { description: 'x' })
    expect(await refusal(create({}))).toMatchObject({ statusCode: 400 })
    await queue()('declareWorkerType', provisionerId, 'a', { payloadSchema: { ...payloadSchema, required: [] } })
    await expect
      .poll(() =>
        create({}).then(
          () => 'taken',
          () => 'refused',
        ),
      )
      .toBe('taken')
  })

  it('is bound by a schema as long as the worker type lasts', async () => {
    const { queue } = context()
    // on a busy machine it may be over before the first task is there, which says nothing; the next one lasts longer
    for (let seconds = 3; ; seconds *= 2) {
      const taskQueueId = await declared({ payloadSchema, expires: minutesFromNow(seconds / 60) })
      const ends = Date.now() + seconds * 1000 - 100
      const create = () =>
        queue()('createTask', slugId(), definition(taskQueueId, { payload: {} })).then(
          () => 'taken',
          () => 'refused',
        )
      const first = await create()
      if (Date.now() > ends) continue
      expect(first).toBe('refused')
      await expect.poll(create).toBe('taken')
      return
    }
  })

  it('answers a text that would keep a backtracking pattern busy for ever', async () => {
    const { queue, refusal } = context()
    const schema = { type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } }
    const taskQueueId = await declared({ payloadSchema: schema })
    const create = (a: string) => queue()('createTask', slugId(), definition(taskQueueId, { payload: { a } }))
    expect(await create('a'.repeat(10_000))).toHaveProperty('status')
    const refused = await refusal(create(`${'a'.repeat(10_000)}!`))
    expect(refused).toMatchObject({ statusCode: 400, code: 'InputValidationError' })
  })
}
