import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import taskcluster from 'taskcluster-client'
import { shownToken } from './support/shownToken'
import { signIn } from './support/signIn'
import { expect, test } from './support/test'

const root = join(import.meta.dirname, '..')

test('an admin makes a client, changes it, and finds all of it in the audit', async ({ page, app }) => {
  const scopesOf = async (accessToken: string) => {
    const credentials = { clientId: 'project/ci', accessToken }
    const auth = new taskcluster.Auth({ rootUrl: app.rootUrl, credentials, retries: 0 })
    return auth.currentScopes?.()
  }
  await signIn(page, app)
  await page.getByRole('link', { name: 'Clients' }).click()
  await page.getByLabel('Client id').fill('project/ci')
  await page.getByLabel('Scopes').fill('queue:status:*\nworker-types:design:proj/*\n')
  await page.getByRole('button', { name: 'Make the client' }).click()
  await expect(page.getByRole('status').getByText('project/ci is made.')).toBeVisible()
  const first = await shownToken(page)
  await expect(scopesOf(first)).resolves.toMatchObject({ scopes: expect.arrayContaining(['queue:status:*']) })

  await page.reload()
  await expect(page.getByText(first)).toHaveCount(0)
  const row = page.getByRole('row', { name: /project\/ci/ })
  await row.getByRole('button', { name: 'Turn project/ci off' }).click()
  await expect(row.getByText('off', { exact: true })).toBeVisible()
  await expect(scopesOf(first)).rejects.toMatchObject({ statusCode: 401 })
  await row.getByRole('button', { name: 'Turn project/ci on' }).click()
  await expect(row.getByText('good', { exact: true })).toBeVisible()
  await row.getByRole('button', { name: 'New access token for project/ci' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'New token' }).click()
  await expect(row.getByText('project/ci has another access token.')).toBeVisible()
  const second = await shownToken(page)
  expect(second).not.toBe(first)
  await expect(scopesOf(first)).rejects.toMatchObject({ statusCode: 401 })
  await expect(scopesOf(second)).resolves.toBeDefined()

  await page.getByRole('link', { name: 'Audit' }).click()
  await page.getByLabel('Action begins with').fill('client.')
  await page.getByRole('button', { name: 'Filter' }).click()
  const audit = page.getByRole('table', { name: 'Audit' })
  for (const action of ['client.created', 'client.disabled', 'client.enabled', 'client.rotated']) {
    await expect(
      audit.getByRole('row', { name: new RegExp(`admin ${action} client:project/ci 127.0.0.1`) }),
    ).toBeVisible()
  }
  await expect(audit.getByText('session.created')).toHaveCount(0)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSV' }).click()
  const csv = await readFile(await (await download).path(), 'utf8')
  expect(csv).toContain(',admin,client.rotated,client:project/ci,')
  for (const token of [first, second]) expect(csv).not.toContain(token)

  const { clientId, accessToken } = await app.credentials()
  const env = { ...process.env, TASKCLUSTER_CLIENT_ID: clientId, TASKCLUSTER_ACCESS_TOKEN: accessToken }
  const wtd = join(root, 'bin', 'wtd')
  const asked = ['audit', '--server', app.rootUrl, '--entity', 'client:project/', '--format', 'jsonl']
  const { stdout } = await promisify(execFile)(wtd, asked, { env })
  const rows: { action: string }[] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const actions = ['client.rotated', 'client.enabled', 'client.disabled', 'client.created']
  expect(rows.map(({ action }) => action)).toEqual(actions)
  const weak = { ...env, TASKCLUSTER_CLIENT_ID: 'project/ci', TASKCLUSTER_ACCESS_TOKEN: second }
  const refused = promisify(execFile)(wtd, asked, { env: weak })
  await expect(refused).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('worker-types:audit') })
})
