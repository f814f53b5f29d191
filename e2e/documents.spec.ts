import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import taskcluster from 'taskcluster-client'
import { parse } from 'yaml'
import { type DocumentStep, documentSteps, outputPattern } from '@/scripts/docs/documentSteps'
import { exampleTask } from './support/exampleTask'
import { openYaml } from './support/openYaml'
import { readerFolder } from './support/readerFolder'
import { type ReaderShell, readerShell } from './support/readerShell'
import { signIn } from './support/signIn'
import { type App, startApp } from './support/startApp'
import { expect, test } from './support/test'

// What a document says is done, line by line, with one app for all of them.

const root = join(import.meta.dirname, '..')
let app: App
test.beforeAll(async () => {
  app = await startApp()
})
test.afterAll(() => app.dispose())

/** What documents say in words. */
const byHand: Record<string, (page: Page) => Promise<void>> = {
  'register docs/tour/native.yml in the browser': async (page) => {
    await signIn(page, app)
    await page.goto(`${app.rootUrl}/designs/new`)
    await page.getByLabel('Provisioner id').fill('proj-tour')
    await page.getByLabel('Worker type').fill('native-1')
    await page.getByRole('button', { name: 'Start blank' }).click()
    await openYaml(page)
    const text = await readFile(join(root, 'docs', 'tour', 'native.yml'), 'utf8')
    await page.getByLabel('The design as YAML').fill(text)
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    await page.getByRole('link', { name: 'Review and register' }).click()
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(page.getByText('Registered, enforced')).toBeVisible()
  },
  'stop the server': async () => app.stop(),
}

/** Does what a document says, and answers the folder that is left. */
async function follow(page: Page, document: string): Promise<string> {
  const folder = await readerFolder(app.dataDir)
  const shell = readerShell(folder)
  try {
    for (const step of documentSteps(await readFile(join(root, document), 'utf8')))
      await doStep(step, page, folder, shell)
  } finally {
    await shell.close()
  }
  return folder
}

async function doStep(step: DocumentStep, page: Page, folder: string, shell: ReaderShell): Promise<void> {
  if (step.kind === 'not-run') return
  if (step.kind === 'by-hand') {
    const act = byHand[step.what]
    if (act === undefined) throw new Error(`nobody knows how to: ${step.what}`)
    await act(page)
    return
  }
  if (step.kind === 'file') {
    const file = join(folder, step.name)
    await mkdir(dirname(file), { recursive: true })
    await (step.append ? appendFile : writeFile)(file, step.text)
    return
  }
  const { output, status } = await shell.run(step.line.replaceAll('http://127.0.0.1:3000', app.rootUrl))
  expect({ line: step.line, status }, output).toEqual({ line: step.line, status: step.status })
  expect(output, step.line).toMatch(outputPattern(step.output))
}

/** What the Queue answers to a task whose payload is a file of the reader. */
async function createTask(taskQueueId: string, file: string): Promise<unknown> {
  const queue = new taskcluster.Queue({ rootUrl: app.rootUrl, credentials: await app.credentials(), retries: 0 })
  const [provisionerId, workerType = ''] = taskQueueId.split('/')
  const { taskId, task } = exampleTask(workerType, parse(await readFile(file, 'utf8')), provisionerId)
  return queue.createTask?.(taskId, task)
}

test('README.md', async ({ page }) => {
  const folder = await follow(page, 'README.md')
  await rm(folder, { recursive: true })
})

test('docs/write-a-plugin.md leads to a Queue that refuses what the engine lacks', async ({ page }) => {
  const folder = await follow(page, 'docs/write-a-plugin.md')
  await createTask('proj-film/qemu-1', join(folder, 'film-on-qemu.yml'))
  await expect(createTask('proj-film/native-1', join(folder, 'film-on-native.yml'))).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('recordScreen'),
  })
  await rm(folder, { recursive: true })
})

test('docs/write-an-engine.md leads to a worker type that takes what the engine can do', async ({ page }) => {
  const folder = await follow(page, 'docs/write-an-engine.md')
  await createTask('proj-film/kiosk-1', join(folder, 'good.yml'))
  await expect(createTask('proj-film/kiosk-1', join(folder, 'bad.yml'))).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('caches'),
  })
  await rm(folder, { recursive: true })
})

test('docs/pools.md leads to a worker type with a pool', async ({ page }) => {
  const folder = await follow(page, 'docs/pools.md')
  const manager = new taskcluster.WorkerManager({ rootUrl: app.rootUrl, credentials: await app.credentials() })
  await expect(manager.workerPool?.('proj-tour/linux-ci')).resolves.toMatchObject({
    providerId: 'google',
    owner: 'ops@example.com',
    emailOnError: true,
  })
  await rm(folder, { recursive: true })
})

test('docs/generic-worker.md', async ({ page }) => {
  const folder = await follow(page, 'docs/generic-worker.md')
  await rm(folder, { recursive: true })
})

test('CONTRIBUTING.md', async ({ page }) => {
  const folder = await follow(page, 'CONTRIBUTING.md')
  await rm(folder, { recursive: true })
})

// the last one: it stops the server
test('docs/backup.md', async ({ page }) => {
  const folder = await follow(page, 'docs/backup.md')
  await rm(folder, { recursive: true })
})
