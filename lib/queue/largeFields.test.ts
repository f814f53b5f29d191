import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { isDeep } from '@/lib/base/testing/deepRuns'
import { services } from './services'
import { eachQueue } from './testing/eachQueue'
import { exampleDefinition } from './testing/exampleDefinition'
import { loopsBlocked } from './testing/loopsBlocked'

const all = ['sk-', 'token:{', '"', '\\', '\u0001', 'eyJ', ' ', '&a=']
/** Two of them a day, or all. */
const repeated = all.filter((_, i) => isDeep || i % 4 === Number(process.env.TEST_SEED) % 4)
/** in empty loops of some 10 to 20 ms */
const mostBlocked = 5
const members: Record<string, string> = { taskId: 'fN1SbArXTPSVFNUvaOlinQ', taskGroupId: 'fN1SbArXTPSVFNUvaOlinQ' }

/** A path of the method with usual parameters. */
const pathOf = (service: string, route: string) =>
  `/api/${service}/v1${route.replace(/<([^<>]+)>/g, (_, name: string) => members[name] ?? 'proj%2Fone'.slice(name.endsWith('Id') && name !== 'provisionerId' ? 0 : 7))}`

/** Every way of putting a text into a property: as it is, in a list, as a name. */
const filled = (text: string): JsonValue[] => [text, [text], { [text]: text }]

eachQueue(
  'a long text in any field',
  (queue) => {
    for (const service of services) {
      for (const { name, method, route, input } of service.methods) {
        if (input === undefined) continue
        const { properties } = input.schema
        const fields = isJsonObject(properties) ? Object.keys(properties) : []
        describe(`of ${service.name} ${name}`, () => {
          it.each([...fields, 'no such field'])('%s stops nobody else, and is answered shortly', async (field) => {
            await queue().addClient('outsider', ['queue:get-task:*'])
            const base: JsonObject = name === 'createTask' ? exampleDefinition(queue().clock.now) : {}
            const path = pathOf(service.name, route)
            const send = (raw: string) =>
              queue().call(method.toUpperCase(), path, {
                as: 'outsider',
                raw,
                headers: { 'content-type': 'application/json' },
              })
            // what is done at first takes its own time
            await send(JSON.stringify(base))
            for (const piece of repeated) {
              const text = piece.repeat(600_000 / JSON.stringify(piece).length)
              for (const value of filled(text)) {
                const raw = JSON.stringify({ ...base, [field]: value })
                let answered = ''
                let blocked = Number.POSITIVE_INFINITY
                // what others do on the machine may take from one try, not from all
                for (let tries = 0; tries < 3 && blocked >= mostBlocked; tries++) {
                  const loops = await loopsBlocked(async () => {
                    const { status, body } = await send(raw)
                    answered = JSON.stringify(body)
                    expect(status).toBeLessThan(500)
                  })
                  blocked = Math.min(blocked, loops)
                }
                expect(answered.length).toBeLessThan(64 * 1024)
                expect(blocked, `${JSON.stringify(piece)} in ${field}`).toBeLessThan(mostBlocked)
              }
            }
          })
        })
      }
    }
  },
  'PostgreSQL server',
)
