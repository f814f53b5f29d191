import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everyFile, everyTable } from './support/everythingStored'
import { type Heard, hearPage, sendAndHear } from './support/hearAnswers'
import { legitimate } from './support/legitimatePlaces'
import { openYaml } from './support/openYaml'
import { pasteCredentials } from './support/pasteCredentials'
import { configFile, marker, plant, runnerFile, secrets } from './support/plantSecrets'
import { findSecrets } from './support/searchSecrets'
import { sendWrong } from './support/sendWrong'
import { shownToken } from './support/shownToken'
import { type App, startApp } from './support/startApp'
import { startDeployment, type TestDeployment } from './support/startDeployment'
import { expect, test } from './support/test'

const root = join(import.meta.dirname, '..')
const scopes = ['worker-types:*', 'queue:declare-worker-type:proj/*']

const heard: Heard[] = []
let app: App
let deployment: TestDeployment
let catalogDir: string

test.beforeAll(async () => {
  const user = { identity: 'github/7|ann', scopes: ['*'] }
  deployment = await startDeployment(user, scopes)
  catalogDir = await mkdtemp(join(tmpdir(), 'wtd-catalog-'))
  const entry = `kind: plugin\nname: ${marker}\naccessToken: ${plant('token in a broken entry')}\n`
  await writeFile(join(catalogDir, `${marker}.yml`), entry)
  app = await startApp({
    SIGN_IN_ROOT_URL: deployment.rootUrl,
    SIGN_IN_CLIENT_ID: deployment.registered.clientId,
    SIGN_IN_SCOPES: scopes.join(' '),
    SEAL_KEY: plant('seal key'),
    CATALOG_DIR: catalogDir,
    TASKCLUSTER_CLIENT_ID: 'someone',
    TASKCLUSTER_ACCESS_TOKEN: plant('token in the environment'),
  })
  deployment.registered.redirectUri.push(`${app.rootUrl}/sign-in/callback`)
  secrets.set('sign-in link', new URL(await app.signInLink()).searchParams.get('token') ?? '')
  secrets.set('token of the admin', (await app.credentials()).accessToken)
})
const send = (path: string, request?: RequestInit) => sendAndHear(app.rootUrl, heard, path, request)

test.afterAll(async () => {
  await app.dispose()
  await rm(catalogDir, { recursive: true })
})

test('secrets are nowhere but where they have to be', async ({ page, console }) => {
  console.allow(/./)
  const settled = await hearPage(page, app.rootUrl, heard)
  const places = new Map<string, Buffer | string>()

  await test.step('starts that fail', async () => {
    const wrong: Record<string, string>[] = [
      { DATABASE_URL: `postgres://types:${plant('password of the database', 'password')}@127.0.0.1:1/types` },
      { DATABASE_URL: `postgre://types:${plant('password in an address that is none', 'password')}@h/` },
      { SEAL_KEY: plant('short seal key', 'password') },
    ]
    const outputs = await Promise.all(wrong.map((each) => startApp(each).then(() => 'it started', String)))
    for (const output of outputs) expect(output).toMatch(/cannot start|DATABASE_URL|SEAL_KEY/)
    places.set('output of failed starts', outputs.join('\n'))
  })

  await test.step('sign in: wrong credentials, a login, a link', async () => {
    const certificate = (name: string) =>
      JSON.stringify({
        ...{ version: 1, scopes: ['*'], start: Date.now(), expiry: Date.now() + 60_000, issuer: 'admin' },
        ...{ seed: plant(`seed of ${name}`), signature: plant(`signature of ${name}`) },
      })
    for (const at of [app.rootUrl, deployment.rootUrl]) {
      await pasteCredentials(page, app.rootUrl, at, {
        clientId: 'admin',
        accessToken: plant(`wrong token for ${at}`),
        certificate: certificate(at),
      })
      await expect(page.getByRole('alert').getByText(/not accepted/)).toBeVisible()
    }
    await page.getByRole('link', { name: /^Sign in at/ }).click()
    await page.getByRole('link', { name: 'Log in' }).click()
    await page.getByRole('button', { name: 'Authorize' }).click()
    await page.waitForURL(`${app.rootUrl}/`)
    for (const [name, secret] of deployment.secrets) secrets.set(name, secret)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto(await app.signInLink())
    await page.waitForURL(`${app.rootUrl}/`)
  })

  let design = ''
  await test.step('import a configuration with literals', async () => {
    await page.goto(`${app.rootUrl}/designs/new`)
    const field = page.getByLabel('Configuration file of a worker, or a worker pool')
    await field.fill(configFile())
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(page.getByText(/replaced by the environment variable TASKCLUSTER_ACCESS_TOKEN/)).toBeVisible()
    await page.getByRole('link', { name: 'Open the design' }).click()
    await page.waitForURL(/\/designs\/[\w-]{22}$/)
    design = page.url()
    await page.goto(`${app.rootUrl}/designs/new`)
    await field.fill(runnerFile())
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(page.getByText(/is a value of this host, and left out/).first()).toBeVisible()
  })

  await test.step('write literals into a design', async () => {
    await page.goto(design)
    const text = await openYaml(page)
    const editor = page.getByLabel('The design as YAML')
    const literals = [
      text.replace('{ $env: TASKCLUSTER_ACCESS_TOKEN }', plant('token in a design', 'password')),
      text.replace(/\$env: TASKCLUSTER_ACCESS_TOKEN/, `$env: A\n      note: ${plant('note in a design')}`),
      `${text}# ${plant('token in a comment')}\n`,
      `${text}\nb: [\n  accessToken: ${plant('token in what is unreadable', 'password')}\n`,
    ]
    for (const literal of literals.filter((each) => each !== text)) {
      await editor.fill(literal)
      await expect(
        page
          .getByRole('alert')
          .getByText(/a design holds none/)
          .first(),
      ).toBeVisible()
      await expect(editor).toHaveValue(literal)
    }
    await editor.fill(`${text.trimEnd()}\n# ${marker}\n`)
    await expect(page.getByRole('status').getByText('Saved', { exact: true })).toBeVisible()
  })

  await test.step('preview, trace, register, download', async () => {
    const task = JSON.stringify({ command: ['true'], env: { PASSWORD: plant('payload of a task', 'password') } })
    await page.goto(`${design}/preview`)
    await page.getByLabel('Task definitions or bare payloads').fill(task)
    await page.getByRole('button', { name: 'Check these tasks' }).click()
    await expect(page.getByText(/would run|runs/).first()).toBeVisible()
    await page.goto(`${design}/trace`)
    await page.getByLabel('Task definition or bare payload').fill(task)
    await page
      .getByRole('button', { name: /^Trace/ })
      .first()
      .click()
    await page.goto(`${design}/review`)
    await page.getByLabel('Message').fill(`password=${plant('password in a message', 'password')} ${marker}`)
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await expect(page.getByText('Registered, enforced')).toBeVisible()
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    for (const format of ['tar.gz', 'zip']) {
      const own = await send(`${new URL(design).pathname}/bundle?format=${format}`, { headers: { cookie } })
      const kept = await send(`/worker-types/proj/planted-1/bundle.${format}`)
      expect([own.status, kept.status]).toEqual([200, 200])
    }
    for (const file of ['design.yml', 'docs', 'schema.json', 'examples.json', 'status.json', 'versions/1/docs']) {
      await send(`/worker-types/proj/planted-1/${file}`, { headers: { cookie } })
    }
  })

  await test.step('make clients', async () => {
    await page.goto(`${app.rootUrl}/clients`)
    await page.getByLabel('Client id').fill(`project/${marker}`)
    await page.getByLabel('Scopes').fill('queue:status:*')
    await page.getByRole('button', { name: 'Make the client' }).click()
    await expect(page.getByRole('group', { name: 'Credentials' })).toBeVisible()
    secrets.set('token of a client', await shownToken(page))
    await page.reload()
    const row = page.getByRole('row', { name: new RegExp(`project/${marker}`) })
    await row.getByRole('button', { name: /^New access token/ }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'New token' }).click()
    await expect(row.getByText(/has another access token/)).toBeVisible()
    secrets.set('token of a client, new', await shownToken(page))
  })

  await test.step('send what is wrong', () => sendWrong(app.rootUrl, send))

  await test.step('look at the audit, and at the storage of the browser', async () => {
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    await page.goto(`${app.rootUrl}/audit`)
    for (const format of ['csv', 'jsonl']) await send(`/audit/file?format=${format}`, { headers: { cookie } })
    await send('/metrics')
    await page.goto(design)
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    places.set('storage', stored)
    const decoded = cookie.split(/[^\w-]+/).map((part) => Buffer.from(part, 'base64url'))
    places.set('cookies', Buffer.concat([Buffer.from(cookie), ...decoded]))
  })

  await test.step('ask a deployment that is gone', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click()
    await deployment.stop()
    await pasteCredentials(page, app.rootUrl, deployment.rootUrl, {
      clientId: 'admin',
      accessToken: plant('token for who is gone'),
    })
    await expect(page.getByRole('alert').getByText(/cannot be reached/)).toBeVisible()
  })

  await settled()
  places.set('output', app.output())
  await app.stop()
  for (const [name, rows] of await everyTable(app.dataDir)) places.set(`table ${name}`, rows)
  for (const [name, content] of await everyFile(app.dataDir)) places.set(`file ${name}`, content)
  for (const [name, content] of await everyFile(join(root, '.next', 'static'))) places.set(`built ${name}`, content)
  for (const [name, content] of await everyFile(join(root, '.next', 'server', 'app')))
    places.set(`built ${name}`, content)

  const leaks: string[] = []
  const allowed = new Map(legitimate.map(({ why }) => [why, 0]))
  const marked = new Set<string>()
  const all = [...heard.map(({ place, content }): [string, Buffer | string] => [place, content]), ...places]
  for (const [place, content] of all) {
    if (findSecrets(content, new Map([['marker', marker]])).length > 0) marked.add(place)
    for (const name of findSecrets(content, secrets)) {
      const reason = legitimate.find((each) => each.place.test(place) && each.secret.test(name))
      if (reason === undefined) leaks.push(`${name} in ${place}`)
      else allowed.set(reason.why, (allowed.get(reason.why) ?? 0) + 1)
    }
  }
  expect(leaks).toEqual([])
  // each token of a client was in one answer, the first in no second
  expect(allowed.get(legitimate[0]?.why ?? '')).toBe(2)
  // the search sees what it looks through
  const seen = [...marked].map((place) => place.replace(design.slice(app.rootUrl.length), '/designs/ID'))
  expect(seen).toEqual(
    expect.arrayContaining([
      ...[
        'output',
        'table public.drafts',
        'table public.versions',
        'table public.version_bundles',
        'table public.clients',
      ],
      ...[
        'table public.audit',
        'response GET /designs/ID',
        'response GET /audit',
        'response GET /audit/file?format=csv',
      ],
      ...['response GET /designs/ID/bundle?format=tar.gz', 'response GET /designs/ID/bundle?format=zip'],
      ...[
        'response GET /worker-types/proj/planted-1/bundle.tar.gz',
        'response GET /worker-types/proj/planted-1/design.yml',
      ],
    ]),
  )
  expect(seen.some((place) => place.startsWith('file database/'))).toBe(true)
  const built = new Map([['word', 'Not saved yet']])
  expect(all.some(([place, content]) => place.startsWith('built ') && findSecrets(content, built).length > 0)).toBe(
    true,
  )
})
