import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { exampleDefinition } from '../queue/testing/exampleDefinition'
import { startQueue, type TestQueue } from '../queue/testing/startQueue'
import type { Store } from '../registry/store'
import { testStore } from '../registry/testing/testStore'
import { type DocumentStep, documentSteps } from './testing/documentSteps'
import { runWtd } from './testing/runWtd'

const start = process.cwd()
let store: Store | undefined
let queue: TestQueue | undefined
let folder = ''
let count = 0

beforeAll(async () => {
  store = await testStore()
})
beforeEach(async () => {
  if (store === undefined) throw new Error('there is no store')
  queue = await startQueue(store)
  const { clientId, accessToken } = await queue.addClient(`admin-${count++}`, ['*'])
  vi.stubEnv('TASKCLUSTER_ROOT_URL', queue.url)
  vi.stubEnv('TASKCLUSTER_CLIENT_ID', clientId)
  vi.stubEnv('TASKCLUSTER_ACCESS_TOKEN', accessToken)
  folder = mkdtempSync(join(tmpdir(), 'wtd-document-'))
  process.chdir(folder)
})
afterEach(async () => {
  process.chdir(start)
  rmSync(folder, { recursive: true })
  vi.unstubAllEnvs()
  await queue?.stop()
})
afterAll(() => store?.close())

/** Does what a document says, step by step. */
async function follow(name: string): Promise<void> {
  for (const step of documentSteps(readFileSync(join(start, 'docs', name), 'utf8'))) await doStep(step)
}

async function doStep(step: DocumentStep): Promise<void> {
  if (step.kind === 'file') {
    mkdirSync(dirname(step.name), { recursive: true })
    if (step.append) appendFileSync(step.name, step.text)
    else writeFileSync(step.name, step.text)
    return
  }
  let output = ''
  for (const { line, status } of step.commands) {
    const [program, ...args] = line.split(' ')
    expect(program, line).toBe('wtd')
    const result = await runWtd(...args)
    output += result.stdout + result.stderr
    expect({ line, status: result.status }, output).toEqual({ line, status })
  }
  if (step.output !== undefined) expectOutput(output, step.output, step.commands.map(({ line }) => line).join('\n'))
}

/** The parts between `…` follow each other in the output; without any they are all of it. */
function expectOutput(output: string, promised: string, commands: string): void {
  const parts = `\n${promised}`.split('\n…\n').map((part) => part.replace(/^\n/, '').replace(/\n$/, ''))
  if (parts.length === 1) expect(output.trimEnd(), commands).toBe(promised.trimEnd())
  let rest = output
  for (const part of parts) {
    expect(rest, commands).toContain(part)
    rest = rest.slice(rest.indexOf(part) + part.length)
  }
}

const taskIds: Record<string, string> = {
  'film-on-qemu.yml': 'fN1SbArXTPSVFNUvaOlinQ',
  'film-on-native.yml': 'A6qE1e4cQpSnBo7n6Ovyag',
  'good.yml': 'aN1SbArXTPSVFNUvaOlinQ',
  'bad.yml': 'bN1SbArXTPSVFNUvaOlinQ',
}

/** What the Queue answers to a task with the payload of a file. */
async function createTask(taskQueueId: string, file: string): Promise<{ status: number; message: string }> {
  const payload: unknown = parse(readFileSync(file, 'utf8'))
  const taskId = taskIds[file] ?? ''
  const body = exampleDefinition(new Date(), { taskQueueId, payload })
  const as = process.env.TASKCLUSTER_CLIENT_ID ?? ''
  const answer = await queue?.call('PUT', `/api/queue/v1/task/${taskId}`, { as, body })
  return { status: answer?.status ?? 0, message: String(answer?.body.message ?? '') }
}

describe('docs', () => {
  it('write-a-plugin.md leads to a Queue that refuses what the engine lacks', async () => {
    await follow('write-a-plugin.md')
    expect(await createTask('proj-film/qemu-1', 'film-on-qemu.yml')).toMatchObject({ status: 200 })
    const refused = await createTask('proj-film/native-1', 'film-on-native.yml')
    expect(refused.status).toBe(400)
    expect(refused.message).toContain('recordScreen')
  })

  it('write-an-engine.md leads to a worker type that takes what the engine can do', async () => {
    await follow('write-an-engine.md')
    expect(await createTask('proj-film/kiosk-1', 'good.yml')).toMatchObject({ status: 200 })
    const refused = await createTask('proj-film/kiosk-1', 'bad.yml')
    expect(refused.status).toBe(400)
    expect(refused.message).toContain('caches')
  })

  it('pools.md leads to a worker type with a pool', async () => {
    await follow('pools.md')
    const as = process.env.TASKCLUSTER_CLIENT_ID ?? ''
    const pool = await queue?.call('GET', '/api/worker-manager/v1/worker-pool/proj-tour%2Flinux-ci', { as })
    expect(pool?.body).toMatchObject({ providerId: 'google', owner: 'ops@example.com', emailOnError: true })
  })
})
