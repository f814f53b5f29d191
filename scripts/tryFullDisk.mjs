// Fills a small disk by createTask, makes room, fills it again, and counts what was acknowledged. It needs a disk of its own, by hand:
//   mkdir small && sudo mount -t tmpfs -o size=64m,uid=$(id -u) tmpfs small && node scripts/tryFullDisk.mjs small; sudo umount small
import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import hawk from 'hawk'
import { main } from './steps/main.mjs'
import { projectRoot } from './steps/projectRoot.mjs'
import { StepFailure } from './steps/StepFailure.mjs'

const lanes = 16
const port = 3999
const url = `http://127.0.0.1:${port}`

/** The Queue as a process of its own; resolves when it answers. */
async function startQueue(dataDir) {
  const args = [join(projectRoot, 'scripts', 'queue.mjs'), '--data-dir', dataDir, '--port', String(port)]
  const queue = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  const ended = once(queue, 'exit')
  for (;;) {
    const answer = await Promise.race([ended, fetch(`${url}/health`).catch(() => undefined)])
    if (Array.isArray(answer)) throw new StepFailure('the Queue has ended instead of serving.')
    if (answer?.ok) return { queue, ended }
    await new Promise((next) => setTimeout(next, 100))
  }
}

function call(credentials, method, path, body) {
  const { header } = hawk.client.header(`${url}${path}`, method, {
    credentials: { ...credentials, algorithm: 'sha256' },
  })
  return fetch(`${url}${path}`, {
    method,
    body,
    headers: { authorization: header, 'content-type': 'application/json' },
  })
}

async function createTask(credentials) {
  const taskId = Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url')
  const created = new Date()
  const deadline = new Date(created.getTime() + 60 * 60_000)
  const metadata = { name: 'n', description: '', owner: 'o', source: 'https://example.com/' }
  const payload = { filler: randomBytes(8000).toString('hex') }
  const body = JSON.stringify({ taskQueueId: 'try/full', created, deadline, payload, metadata })
  const answer = await call(credentials, 'PUT', `/api/queue/v1/task/${taskId}`, body)
  const { message = '' } = await answer.json()
  return {
    taskId,
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
    message: message.split('\n')[0],
  }
}

/** Creates tasks until one is not taken; says how it was refused. */
async function fill(credentials, acknowledged) {
  let refused
  const before = acknowledged.length
  const lane = async () => {
    while (refused === undefined) {
      const { taskId, ...answer } = await createTask(credentials)
      if (answer.status === 200) acknowledged.push(taskId)
      else refused = answer
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  process.stdout.write(`${acknowledged.length - before} tasks, then ${JSON.stringify(refused)}\n`)
  const health = await (await fetch(`${url}/health`)).text()
  process.stdout.write(health)
  if (refused.status !== 503) throw new StepFailure('the Queue did not answer 503.')
}

async function demandAll(credentials, acknowledged) {
  const open = acknowledged.values()
  let found = 0
  const lane = async () => {
    for (const taskId of open) {
      const { status } = await call(credentials, 'GET', `/api/queue/v1/task/${taskId}/status`)
      if (status === 200) found++
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  process.stdout.write(`${found} of ${acknowledged.length} acknowledged tasks are there\n`)
  if (found !== acknowledged.length) throw new StepFailure('acknowledged tasks are lost.')
}

async function stop({ queue, ended }) {
  queue.kill('SIGTERM')
  const [status] = await ended
  process.stdout.write(`SIGTERM ends it, with status ${status}\n`)
}

await main(async () => {
  const disk = resolve(process.argv[2] ?? '')
  const { blocks, bsize } = statfsSync(disk)
  if (process.argv[2] === undefined || blocks * bsize > 512 * 1024 * 1024) {
    throw new StepFailure('Name the folder of a disk of at most 512 MB, which will be filled.')
  }
  const beside = join(disk, 'beside')
  writeFileSync(beside, Buffer.alloc(8 * 1024 * 1024))
  const dataDir = join(disk, 'data')
  const served = await startQueue(dataDir)
  const acknowledged = []
  let credentials
  try {
    const admin = JSON.parse(readFileSync(join(dataDir, 'admin-credentials.json'), 'utf8'))
    credentials = { id: admin.TASKCLUSTER_CLIENT_ID, key: admin.TASKCLUSTER_ACCESS_TOKEN }
    await fill(credentials, acknowledged)
    await demandAll(credentials, acknowledged)
    rmSync(beside)
    await fill(credentials, acknowledged)
    await demandAll(credentials, acknowledged)
  } finally {
    await stop(served)
  }
  const again = await startQueue(dataDir)
  try {
    await demandAll(credentials, acknowledged)
  } finally {
    await stop(again)
  }
})
