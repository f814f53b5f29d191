import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import taskcluster from 'taskcluster-client'
import type { Composition } from '@/lib/compose/composition'
import { createQueueHandler } from '@/lib/queue/createQueueHandler'
import { exampleDefinition } from '@/lib/queue/testing/exampleDefinition'
import { serveHttp } from '@/lib/queue/testing/serveHttp'
import { registerWorkerType } from '@/lib/registrar/registerWorkerType'
import { resumeRegistrations } from '@/lib/registrar/resumeRegistrations'
import { openEmbedded } from '@/lib/registry/store/openEmbedded'
import { openServer } from '@/lib/registry/store/openServer'
import { clients } from '@/lib/registry/tables/serverTables'
import { freePort } from '@/lib/registry/testing/freePort'

/**
 * Started as a process of its own by the test of kills: a Queue that serves itself. It resumes, as the app does, then registers and creates
 * tasks all at once, and prints a line for all that was acknowledged.
 */
async function workUntilKilled(place: string, compositionsFile: string, migrations: string): Promise<void> {
  const files = { migrationsFolder: migrations, emptyDatabase: join(migrations, '../dist/empty-database.tar.gz') }
  const store = place.includes('://') ? await openServer(place, migrations) : await openEmbedded(place, files)
  const credentials = { clientId: 'killed', accessToken: 'x'.repeat(44) }
  const usual = {
    scopes: ['*'],
    description: '',
    disabled: false,
    expires: new Date('2999-01-01'),
    createdAt: new Date(),
  }
  await store.database
    .insert(clients)
    .values({ ...credentials, ...usual })
    .onConflictDoNothing()
  const port = await freePort()
  const rootUrl = `http://127.0.0.1:${port}`
  const now = () => new Date()
  await serveHttp(createQueueHandler({ store, rootUrl, now, version: '0', randomId: randomUUID }), {
    host: '127.0.0.1',
    port,
  })
  const say = (...words: (string | number)[]) => process.stdout.write(`${words.join(' ')}\n`)
  // each process has an address of its own here; what was sent to an earlier one is meant for the same Queue
  const client = { rootUrl, credentials }
  const { open } = await resumeRegistrations({ store, clientFor: () => client, now: now() })
  if (open.length > 0) throw new Error(JSON.stringify(open))
  say('ready')

  const compositions: Composition[] = JSON.parse(readFileSync(compositionsFile, 'utf8'))
  const register = async () => {
    for (;;) {
      const composition = compositions[Math.floor(Math.random() * compositions.length)] ?? compositions[0]
      if (composition === undefined) throw new Error('no compositions')
      const registered = await registerWorkerType({ store, client, composition, author: 'a', message: '', now: now() })
      if (!registered.ok) throw new Error(JSON.stringify(registered.problems))
      const { taskQueueId, number, schemaSha256 } = registered.value.version
      say('version', taskQueueId, number, schemaSha256)
    }
  }
  const queue = new taskcluster.Queue({ rootUrl, credentials, retries: 0 })
  const create = async () => {
    for (;;) {
      const taskId = Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url')
      const mark = randomBytes(8).toString('hex')
      const payload = { command: ['true', mark] }
      const definition = exampleDefinition(now(), { taskQueueId: 'proj/killed-1', payload, schedulerId: 'kill' })
      await queue.createTask?.(taskId, definition)
      say('task', taskId, mark)
    }
  }
  await Promise.all([register(), create(), create()])
}

const [place = '', compositionsFile = '', migrations = ''] = process.argv.slice(2)
workUntilKilled(place, compositionsFile, migrations)
