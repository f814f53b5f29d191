import { describe, expect, it } from 'vitest'
import { freePort } from '@/lib/registry/testing/freePort'
import { answeringApp } from './testing/answeringApp'
import { runWtd } from './testing/runWtd'

const app = answeringApp()

const good = {
  taskQueueId: 'proj/native-1',
  version: 3,
  outcome: 'enforced',
  state: 'same',
  expiring: false,
  ok: true,
  meaning: 'The Queue reports what was registered here.',
  advice: '',
  expires: '2027-11-24T10:00:00.000Z',
  checkedAt: '2026-11-24T10:00:00.000Z',
  automaticRenewal: true,
  differences: [],
  problems: [],
}
const changed = {
  ...good,
  taskQueueId: 'proj/native-2',
  outcome: 'declared-only',
  state: 'changed',
  ok: false,
  meaning: 'Changed elsewhere.',
  advice: 'Put it back.',
  automaticRenewal: false,
  differences: [{ property: 'description', registered: 'Builds\u001b[31m', queue: null }],
}
const unknown = {
  ...good,
  taskQueueId: 'proj/native-3',
  state: 'unknown',
  ok: false,
  meaning: 'The Queue could not be asked.',
  expires: null,
  problems: [{ code: 'queue-unreachable', severity: 'error', path: '', message: 'ECONNREFUSED', help: 'Start it.' }],
}
const list = (...workerTypes: object[]) => JSON.stringify({ workerTypes })

describe('wtd status', () => {
  it('ends with 0 where the Queue has what was registered', async () => {
    const server = await app({ '/worker-types/status.json': list(good) })
    expect(await runWtd('status', '--server', `${server}/`)).toEqual({
      status: 0,
      stderr: '',
      stdout: [
        'worker type    version  schema    Queue  expires     renewal',
        'proj/native-1  3        enforced  same   2027-11-24  automatic\n',
      ].join('\n'),
    })
  })

  it('ends with 1 and says what differs and what to do', async () => {
    const expiring = { ...good, expiring: true, meaning: 'It expires soon.' }
    const server = await app({ '/worker-types/status.json': list(expiring, changed, unknown) })
    const { status, stdout } = await runWtd('status', '--server', server)
    expect(status).toBe(1)
    expect(stdout.split('\n').slice(4)).toEqual([
      '',
      'proj/native-1: It expires soon.',
      '',
      'proj/native-2: Changed elsewhere. Put it back.',
      '  description: registered "Builds\\u001b[31m", Queue nothing',
      '',
      'proj/native-3: The Queue could not be asked.',
      '  ECONNREFUSED. Start it.',
      '',
    ])
  })

  it('asks about one worker type, and answers as JSON', async () => {
    const server = await app({ '/worker-types/proj/native-2/status.json': list(changed) })
    const { status, stdout } = await runWtd('status', 'proj/native-2', '--server', server, '--format', 'json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toEqual({ ok: false, workerTypes: [changed] })
  })

  it('says so where nothing is registered', async () => {
    const server = await app({ '/worker-types/status.json': list() })
    expect(await runWtd('status', '--server', server)).toMatchObject({
      status: 0,
      stdout: 'No worker type is registered.\n',
    })
    const one = await runWtd('status', 'proj/other', '--server', server)
    expect(one).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('has no worker type proj/other.'),
    })
  })

  it.each<[string, () => Promise<string[]>, RegExp]>([
    ['nobody is there', async () => ['--server', `http://127.0.0.1:${await freePort()}`], /ECONNREFUSED/],
    ['the app is out of order', async () => ['--server', await app({ '/worker-types/status.json': '{}' }, 500)], /500/],
    [
      'something else is there',
      async () => ['--server', await app({ '/worker-types/status.json': '<p>' })],
      /no answer of/,
    ],
    ['another product is there', async () => ['--server', await app({})], /answers 404/],
    ['the address is none', async () => ['--server', 'somewhere'], /no URL: somewhere/],
    ['the name is none', async () => ['../secret'], /no name of a worker type/],
  ])('ends with 2 where %s', async (_, args, words) => {
    const { status, stdout, stderr } = await runWtd('status', ...(await args()))
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(words)
  })
})
