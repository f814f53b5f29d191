import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import hawk from 'hawk'
import { everyFile, everyTable } from './support/everythingStored'
import { openYaml } from './support/openYaml'
import { findSecrets } from './support/searchSecrets'
import { serverActions } from './support/serverActions'
import { type App, startApp } from './support/startApp'
import { startDeployment, type TestDeployment } from './support/startDeployment'
import { expect, test } from './support/test'

const root = join(import.meta.dirname, '..')
const scopes = ['worker-types:*', 'queue:declare-worker-type:proj/*']

/** Where a secret may be, and why. Everything else is a leak. */
const legitimate: { place: RegExp; secret: RegExp; why: string }[] = [
  { place: /^response POST \/clients$/, secret: /^token of a client/, why: 'shown once to whoever makes the client' },
  {
    place: /^response GET \/sign-in\?token/,
    secret: /^sign-in link$/,
    why: 'the page of the link takes it from its address',
  },
  { place: /^output$/, secret: /^sign-in link$/, why: 'printed at the first start for the owner of the server' },
  { place: /^file sign-in-token$/, secret: /^sign-in link$/, why: 'the file it is printed from, for the owner alone' },
  {
    place: /^file admin-credentials\.(json|sh)$/,
    secret: /^token of the admin$/,
    why: 'the owner takes it from there',
  },
  {
    place: /^response GET \/sign-in\/deployment$/,
    secret: /^state of a login$/,
    why: 'the browser takes it to the deployment',
  },
  { place: /^response (GET|POST) .*planted-query/, secret: /^query$/, why: 'pages know their own address' },
  {
    place: /^storage$/,
    secret: /^payload of a task$/,
    why: 'tasks of the last preview stay in the browser of who typed them',
  },
  {
    place: /^response POST \/designs\/\S+\/(preview|trace)$/,
    secret: /^payload of a task$/,
    why: 'the answer to who typed it',
  },
]

const secrets = new Map<string, string>()
/** What is no secret, and must be found wherever texts of users go: the search sees there. */
const marker = `mark${randomBytes(8).toString('hex')}`
const slugId = () => {
  const id = randomBytes(16)
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x40
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80
  return id.toString('base64url')
}
/** Plants another secret: an access token of Taskcluster, or what a human would think of. */
function plant(name: string, kind: 'token' | 'password' = 'token'): string {
  const secret = kind === 'token' ? slugId() + slugId() : `hush-${randomBytes(9).toString('hex')}`
  secrets.set(name, secret)
  return secret
}

const heard: { place: string; content: Buffer }[] = []
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
test.afterAll(async () => {
  await app.dispose()
  await rm(catalogDir, { recursive: true })
})

/** Sends a request that no page sends, and hears its answer. */
async function send(path: string, { method = 'GET', ...more }: RequestInit = {}): Promise<Response> {
  const answer = await fetch(`${app.rootUrl}${path}`, { redirect: 'manual', method, ...more })
  const content = Buffer.from(await answer.clone().arrayBuffer())
  heard.push({ place: `response ${method} ${path}`, content: Buffer.concat([headersOf([...answer.headers]), content]) })
  return answer
}

const headersOf = (headers: [string, string][]) => Buffer.from(headers.map((each) => `${each.join(': ')}\n`).join(''))

function hear(page: Page): () => Promise<unknown> {
  const pending: Promise<unknown>[] = []
  page.context().on('response', (answer) => {
    const { origin, pathname, search } = new URL(answer.url())
    if (origin !== app.rootUrl) return
    const take = async () => {
      // a redirect has no body, and what the browser has thrown away cannot be read
      const content = await answer.body().catch(() => Buffer.alloc(0))
      const headers = headersOf(Object.entries(await answer.allHeaders()))
      heard.push({
        place: `response ${answer.request().method()} ${pathname}${search}`,
        content: Buffer.concat([headers, content]),
      })
    }
    pending.push(take())
  })
  return () => Promise.all(pending)
}

async function paste(
  page: Page,
  at: string,
  credentials: { clientId: string; accessToken: string; certificate?: string },
) {
  await page.goto(`${app.rootUrl}/sign-in`)
  await page.getByLabel('Deployment').selectOption(at)
  await page.getByLabel('Client id').fill(credentials.clientId)
  await page.getByLabel('Access token').fill(credentials.accessToken)
  if (credentials.certificate !== undefined) {
    await page.getByText('Temporary credentials', { exact: true }).click()
    await page.getByLabel('Certificate').fill(credentials.certificate)
  }
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** A configuration file with literals. */
function configFile(): string {
  const runs = { pollingInterval: 1, reclaimOffset: 300, minimumReclaimDelay: 30, concurrency: 1 }
  const config = {
    ...{ engine: 'native', engines: { native: { createUser: false } }, temporaryFolder: `/mnt/${marker}` },
    plugins: {
      disabled: ['relengapi'],
      env: {},
      success: {},
      relengapi: { token: plant('token of a plugin', 'password') },
    },
    ...{
      minimumDiskSpace: 0,
      minimumMemory: 0,
      monitor: { logLevel: 'info' },
      webHookServer: { provider: 'localhost' },
    },
    credentials: {
      clientId: 'worker',
      accessToken: plant('token of a configuration'),
      certificate: `{"version":1,"seed":"${plant('seed of a certificate')}"}`,
    },
    worker: { ...{ provisionerId: 'proj', workerType: 'planted-1', workerGroup: 'g', workerId: 'w' }, ...runs },
  }
  return JSON.stringify({ config })
}

async function shownToken(page: Page): Promise<string> {
  const text = (await page.getByRole('group', { name: 'Credentials' }).first().textContent()) ?? ''
  return /TASKCLUSTER_ACCESS_TOKEN='([\w-]+)'/.exec(text)?.[1] ?? ''
}

test('secrets are nowhere but where they have to be', async ({ page, console }) => {
  console.allow(/./)
  const settled = hear(page)
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
      await paste(page, at, {
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
    const runner = {
      provider: {
        providerType: 'aws',
        providerID: 'aws',
        workerPoolID: 'proj/planted-2',
        accessToken: plant('token of a runner'),
      },
      worker: { implementation: 'generic-worker', path: '/bin/w', configPath: '/etc/w' },
      workerConfig: { accessToken: plant('token in workerConfig', 'password'), livelogExecutable: `/bin/${marker}` },
    }
    await field.fill(JSON.stringify(runner))
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(page.getByText(/the value here was left out/)).toBeVisible()
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

  await test.step('send what is wrong', async () => {
    const headers = (name: string, more: Record<string, string> = {}) => ({
      authorization: `Hawk id="admin", ts="1", nonce="n", ext="${plant(`ext of ${name}`)}", mac="${plant(`mac of ${name}`)}"`,
      ...more,
    })
    const credentials = { id: 'admin', key: plant('key of a wrong signature'), algorithm: 'sha256' as const }
    for (const path of [
      '/api/queue/v1/provisioners',
      '/api/auth/v1/scopes/current',
      '/audit/file',
      '/worker-types/status.json',
    ]) {
      await send(path, { headers: headers(path) })
      const { header } = hawk.client.header(`${app.rootUrl}${path}`, 'GET', { credentials })
      await send(path, { headers: { authorization: header } })
      await send(path, { headers: { authorization: `Bearer ${plant(`bearer for ${path}`)}` } })
      await send(path, { headers: { cookie: `wtd-session=${plant(`cookie for ${path}`)}` } })
      await send(`${path}?bewit=${plant(`bewit for ${path}`)}`)
    }
    await send(`/sign-in/callback?code=${plant('code of nobody')}&state=${plant('state of nobody')}`)
    await send(`/designs?planted-query=1&token=${plant('query')}`)
    const { origin } = new URL(app.rootUrl)
    const body = (name: string) => `["$F9",{"accessToken":"${plant(name)}"},`
    for (const id of [...(await serverActions()), '0'.repeat(42)]) {
      await send('/sign-in', {
        method: 'POST',
        body: body(`body for ${id}`),
        headers: { origin, 'next-action': id, 'content-type': 'text/plain' },
      })
      const parts = `--x\r\ncontent-disposition: form-data; name="0"\r\n\r\n${body(`part for ${id}`)}\r\n--x--\r\n`
      await send('/sign-in', {
        method: 'POST',
        body: parts,
        headers: { origin, 'next-action': id, 'content-type': 'multipart/form-data; boundary=x' },
      })
    }
  })

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
    await paste(page, deployment.rootUrl, { clientId: 'admin', accessToken: plant('token for who is gone') })
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

test('the search finds a secret in every form', async () => {
  const known = new Map([['planted', 'hush-hush-0123456789+/?']])
  const secret = known.get('planted') ?? ''
  const { gzipSync, zipSync } = await import('fflate')
  const bytes = Buffer.from(`x${secret}y`)
  const forms: (string | Buffer)[] = [
    ...[
      bytes,
      JSON.stringify({ a: secret }),
      encodeURIComponent(secret),
      bytes.toString('hex'),
      bytes.toString('base64'),
    ],
    ...[`xy${secret}`, `xyz${secret}z`, secret].map((text) => Buffer.from(text).toString('base64url')),
    ...[Buffer.from(gzipSync(bytes)), Buffer.from(zipSync({ a: bytes }))],
    `row ${Buffer.from(gzipSync(Buffer.concat([randomBytes(60), bytes]))).toString('base64')}`,
  ]
  for (const form of forms) expect(findSecrets(form, known)).toEqual(['planted'])
  expect(findSecrets(await readFile(join(root, 'README.md')), known)).toEqual([])
})
