import { services } from '@/app/_server/services/services'
import { createClient } from '@/lib/auth/clients/createClient'
import { readClient } from '@/lib/auth/credentials/client'
import { createSession } from '@/lib/auth/sessions/createSession'
import { cookieName } from '@/lib/auth/sessions/sessionCookies'
import { asking, nextHeaders } from './inProcess'

/** Somebody who asks for something, by what they may do. */
export type Persona =
  | 'nobody'
  | 'viewer'
  | 'other designer'
  | 'designer'
  | 'registrar'
  | 'admin'
  | 'expired session'
  | 'forged cookie'
  | 'cross-site'

const clients: [Persona, string[]][] = [
  ['viewer', ['worker-types:view']],
  [
    'other designer',
    ['worker-types:view', 'worker-types:design:other/*', 'worker-types:catalog:taskcluster-worker/other'],
  ],
  ['designer', ['worker-types:view', 'worker-types:design:proj/*', 'worker-types:design:examples/*']],
  ['registrar', ['worker-types:view', 'queue:declare-worker-type:proj/*']],
]

const year = 365 * 24 * 60 * 60 * 1000

/** Signs the personas in; the result makes one of them the one who asks. */
export async function signInPersonas(origin: string): Promise<(persona: Persona) => void> {
  const { sessions } = await services()
  const jar = new Map<Persona, Map<string, string>>()
  const signIn = async (persona: Persona, clientId: string, accessToken: string, now: Date) => {
    asking.cookies = new Map()
    const credentials = { clientId, accessToken }
    const made = await createSession(sessions, await nextHeaders.cookies(), { credentials, rootUrl: origin }, now)
    if (!made.ok) throw new Error(`${persona} cannot sign in`)
    jar.set(persona, asking.cookies)
  }
  const admin = await readClient(sessions.store, 'admin')
  const adminToken = admin?.accessToken ?? ''
  const now = new Date()
  const maker = { who: 'admin', scopes: ['*'], random: sessions.random, now }
  for (const [persona, scopes] of clients) {
    const clientId = persona.replace(' ', '-')
    const expires = new Date(now.getTime() + year)
    const made = await createClient(sessions.store, { clientId, description: '', scopes, expires }, maker)
    if (!made.ok) throw new Error(`the client of ${persona} cannot be made`)
    await signIn(persona, clientId, made.value.accessToken, now)
  }
  await signIn('admin', 'admin', adminToken, now)
  await signIn('cross-site', 'admin', adminToken, now)
  await signIn('expired session', 'admin', adminToken, new Date(now.getTime() - year))
  jar.set('forged cookie', new Map([[cookieName(origin, 'session'), 'Fe26.2*1*forged*a*b*c*d*e~2']]))
  let asked = 0
  return (persona) => {
    // each from an address of its own, so that none asks too often
    const address = `10.0.${++asked >> 8}.${asked & 255}`
    asking.cookies = new Map(jar.get(persona))
    const from = persona === 'cross-site' ? 'https://evil.example.com' : origin
    asking.headers = new Headers({ host: new URL(origin).host, origin: from, 'x-forwarded-for': address })
  }
}
