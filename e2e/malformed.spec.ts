import { Agent, request as send } from 'node:http'
import { type MalformedRequest, malformedRequests, randomNumbers } from '../app/testing/malformed'
import { type App, startApp } from './support/startApp'
import { expect, test } from './support/test'

const count = Number(process.env.MALFORMED_REQUESTS || 20_000)
const atOnce = 8

let app: App
test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(() => app.dispose())

/** The status and the text of the answer; 0 where the server closed the connection over what cannot be HTTP. */
function ask(
  agent: Agent,
  { method, path, headers, body }: MalformedRequest,
): Promise<{ status: number; text: string }> {
  // what cannot be in a request line is sent as bytes of UTF-8
  const sent = Buffer.from(path.replace(/[\s\0]/g, '_'), 'utf8').toString('latin1')
  return new Promise((resolve) => {
    const call = send(app.rootUrl, { method, path: encodeLine(sent), headers, agent, timeout: 30_000 }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        if (text.length < 100_000) text += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
      answer.on('error', () => resolve({ status: 0, text }))
    })
    call.on('error', () => resolve({ status: 0, text: '' }))
    call.on('timeout', () => call.destroy(new Error('no answer')))
    call.end(body)
  })
}

/** Node refuses to send other characters than these itself; a server sees them percent-encoded by every client there is. */
function encodeLine(path: string): string {
  return path.replace(/[^\x21-\x7e]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

test(`${count} malformed requests are answered without a fault`, async () => {
  test.setTimeout(3_600_000)
  const next = malformedRequests(randomNumbers(20261124))
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const faults: string[] = []
  const statuses = new Map<number, number>()
  const memory: number[] = []
  for (let done = 0; done < count; done += atOnce) {
    const batch = Array.from({ length: atOnce }, next)
    const answers = await Promise.all(batch.map((each) => ask(agent, each)))
    for (const [index, { status, text }] of answers.entries()) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      const each = batch[index]
      if (status >= 500 || /\n\s+at .*[\\/(].*:\d+:\d+/.test(text)) {
        faults.push(
          `${status} ${each?.method} ${each?.path} ${JSON.stringify(each?.headers)} ${each?.body?.slice(0, 200)}`,
        )
      }
    }
    if (done % 1000 < atOnce) memory.push(await app.memory())
  }
  agent.destroy()
  expect(faults.slice(0, 10)).toEqual([])
  // it does answer, rather than hang up on everything
  expect((statuses.get(0) ?? 0) / count).toBeLessThan(0.05)
  // after the first half nothing grows any more
  const middle = memory[Math.floor(memory.length / 2)] ?? 0
  expect((memory.at(-1) ?? 0) / Math.max(middle, 1)).toBeLessThan(1.3)
})
