import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Credentials } from '@/lib/auth/credentials/credentials'
import { readSession } from '@/lib/auth/sessions/readSession'
import { CookieJar } from '@/lib/auth/testing/cookieJar'
import { type LoginOptions, loginEndpoints } from '@/lib/auth/testing/loginEndpoints'
import { type Result, succeed } from '@/lib/base/problem'
import { type HttpHost, listen } from '@/lib/http/listen'
import { requestListener } from '@/lib/queue/requestListener'
import { eachStore } from '@/lib/registry/testing/eachStore'
import { finishLogin } from './finishLogin'
import { authorizeUrl, type LoginDeployment } from './loginDeployment'
import { beginLogin } from './loginState'

const redirectUri = 'http://localhost:3000/sign-in/callback'
const scopes = ['worker-types:design:proj/*', 'queue:declare-worker-type:proj/*']
const begun = new Date('2026-11-20T10:00:00Z')
const minutes = (count: number) => new Date(begun.getTime() + count * 60_000)

let host: HttpHost
let now: Date
let login: LoginDeployment
let options: LoginOptions
let made: string[][]

beforeEach(async () => {
  now = begun
  made = []
  options = {
    registered: { clientId: 'designer', redirectUri: [redirectUri], scope: scopes },
    user: { identity: 'github/7|ann', scopes: ['worker-types:design:proj/*'] },
    createClient: async (clientId, granted) => {
      made.push(granted)
      return { clientId, accessToken: 'token-of-a-client-xxxxxxxx' }
    },
    now: () => now,
  }
  const endpoints = loginEndpoints(options)
  const answer = async (request: Request) => (await endpoints(request)) ?? new Response('', { status: 404 })
  host = await listen(requestListener(answer), { host: '127.0.0.1', port: 0 })
  login = { rootUrl: host.url, clientId: 'designer', scopes, redirectUri }
})
afterEach(() => host.close())

/** What a browser with somebody in front of it does at the deployment, up to the redirect back; its last answer where there is none. */
async function walk(
  url: string,
  answer: 'Authorize' | 'Deny' = 'Authorize',
): Promise<{ back?: URLSearchParams; status: number }> {
  let cookie = ''
  let next: { url: string; body?: URLSearchParams } = { url }
  for (;;) {
    const request = { method: next.body === undefined ? 'GET' : 'POST', body: next.body, redirect: 'manual' as const }
    const got = await fetch(next.url, { ...request, headers: { cookie } })
    cookie = got.headers.get('set-cookie')?.split(';')[0] ?? cookie
    const location = got.headers.get('location')
    if (location?.startsWith(redirectUri)) return { back: new URL(location).searchParams, status: got.status }
    if (location !== null) {
      next = { url: new URL(location, host.url).href }
      continue
    }
    const page = await got.text()
    const link = /<a href="([^"]+)"/.exec(page)?.[1]
    if (link !== undefined) next = { url: new URL(link.replaceAll('&amp;', '&'), host.url).href }
    else if (page.includes('<form')) {
      const fields = [...page.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']): [string, string] => [name, value.replaceAll('&amp;', '&')],
      )
      const body = new URLSearchParams(fields.filter(([name]) => name !== 'cancel' || answer === 'Deny'))
      next = { url: `${host.url}/login/oauth/authorize/decision`, body }
    } else return { status: got.status }
  }
}

eachStore(
  'a login at another deployment',
  (store) => {
    const start = () => {
      const currentScopes = async ({ clientId }: Credentials): Promise<Result<string[]>> =>
        succeed(clientId.startsWith('github/7|ann/designer-') ? ['worker-types:design:proj/*'] : [])
      const random = (bytes: number) => Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('base64url')
      const here = { rootUrl: 'http://localhost:3000', random, dataDir: '' }
      const place = {
        ...here,
        store: { ...store(), sealKey: 'k'.repeat(40) },
        elsewhere: { rootUrl: host.url, currentScopes },
      }
      return { place, jar: new CookieJar() }
    }
    const code = (result: Result<unknown>) => result.problems[0]?.code

    it('ends in a session with the credentials of a client that was made for it', async () => {
      const { place, jar } = start()
      const url = authorizeUrl(login, await beginLogin(place, jar, now))
      const { back } = await walk(url)
      const finished = await finishLogin(place, jar, login, back ?? new URLSearchParams(), now)
      expect(finished).toMatchObject({ ok: true, value: { scopes: ['worker-types:design:proj/*'], rootUrl: host.url } })
      expect(made).toEqual([['worker-types:design:proj/*']])
      const session = await readSession(place, jar, now)
      expect(session?.who).toMatch(/^github\/7\|ann\/designer-\S{6} at 127\.0\.0\.1:\d+$/)
      expect(JSON.stringify([...jar.cookies])).not.toContain('token-of-a-client')
      // three days, as the deployment says, and half a minute less
      expect(await readSession(place, jar, minutes(3 * 24 * 60 - 0.5))).toBeUndefined()
      // the same answer a second time is nobody's
      expect(code(await finishLogin(place, jar, login, back ?? new URLSearchParams(), now))).toBe('login-state-unknown')
    })

    it('is done without a question where the deployment trusts this server', async () => {
      const { place, jar } = start()
      options.registered.whitelisted = true
      const { back } = await walk(authorizeUrl(login, await beginLogin(place, jar, now)), 'Deny')
      expect((await finishLogin(place, jar, login, back ?? new URLSearchParams(), now)).ok).toBe(true)
    })

    it.each<[string, () => void, 'Authorize' | 'Deny', string]>([
      ['who is there says no', () => {}, 'Deny', 'login-denied'],
      [
        'scopes are asked for that are not registered',
        () => login.scopes.push('other'),
        'Authorize',
        'login-scopes-refused',
      ],
      [
        'scopes are asked for that a trusted server has not registered',
        () => {
          options.registered.whitelisted = true
          login.scopes = ['other']
        },
        'Authorize',
        'login-scopes-refused',
      ],
    ])('fails in words where %s', async (_, change, answer, expected) => {
      const { place, jar } = start()
      login = { ...login, scopes: [...login.scopes] }
      change()
      const { back } = await walk(authorizeUrl(login, await beginLogin(place, jar, now)), answer)
      expect(code(await finishLogin(place, jar, login, back ?? new URLSearchParams(), now))).toBe(expected)
      expect(await readSession(place, jar, now)).toBeUndefined()
    })

    it('never comes back from a deployment that does not know this server or its address', async () => {
      const { place, jar } = start()
      const state = await beginLogin(place, jar, now)
      expect(await walk(authorizeUrl({ ...login, clientId: 'other' }, state))).toEqual({ status: 500 })
      expect(await walk(authorizeUrl({ ...login, redirectUri: `${redirectUri}/` }, state))).toEqual({ status: 500 })
    })

    it('takes no answer of another browser, another attempt, or one that is too late', async () => {
      const { place, jar } = start()
      const state = await beginLogin(place, jar, now)
      const { back = new URLSearchParams() } = await walk(authorizeUrl(login, state))
      expect(code(await finishLogin(place, new CookieJar(), login, back, now))).toBe('login-state-unknown')
      const again = new CookieJar()
      await beginLogin(place, again, now)
      expect(code(await finishLogin(place, again, login, back, now))).toBe('login-state-unknown')
      expect(code(await finishLogin(place, jar, login, back, minutes(11)))).toBe('login-state-unknown')
      expect(made).toEqual([])
    })

    it('says so where the code is used, too old, or was given for another address', async () => {
      const { place } = start()
      const attempt = async (change: (back: URLSearchParams) => LoginDeployment, at: Date) => {
        const jar = new CookieJar()
        const { back = new URLSearchParams() } = await walk(authorizeUrl(login, await beginLogin(place, jar, begun)))
        const changed = change(back)
        now = at
        const finished = await finishLogin(place, jar, changed, back, begun)
        now = begun
        return code(finished)
      }
      const same = () => login
      expect(await attempt(same, minutes(11))).toBe('login-code-refused')
      expect(await attempt(() => ({ ...login, redirectUri: 'http://localhost:3000/other' }), begun)).toBe(
        'login-code-refused',
      )
      const forget = (back: URLSearchParams) => {
        back.set('code', 'other')
        return login
      }
      expect(await attempt(forget, begun)).toBe('login-code-refused')
      const empty = (back: URLSearchParams) => {
        back.delete('code')
        return login
      }
      expect(await attempt(empty, begun)).toBe('login-failed')
      const strange = (back: URLSearchParams) => {
        back.set('error', 'constructor')
        return login
      }
      expect(await attempt(strange, begun)).toBe('login-failed')
    })

    it('says so where the deployment does not answer, or answers something else', async () => {
      const { place, jar } = start()
      const state = await beginLogin(place, jar, now)
      const { back = new URLSearchParams() } = await walk(authorizeUrl(login, state))
      const gone = { ...login, rootUrl: 'http://127.0.0.1:1' }
      expect(code(await finishLogin(place, jar, gone, back, now))).toBe('login-unreachable')
    })
  },
  'embedded database',
)
