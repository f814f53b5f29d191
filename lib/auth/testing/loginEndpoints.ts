import { randomBytes } from 'node:crypto'
import type { Credentials } from '@/lib/auth/credentials/credentials'

/** Somebody with an account at the deployment. */
export interface LoginUser {
  identity: string
  scopes: string[]
}

/** An application that the deployment knows, as in its REGISTERED_CLIENTS. */
export interface RegisteredClient {
  clientId: string
  redirectUri: string[]
  scope: string[]
  whitelisted?: true
}

export interface LoginOptions {
  registered: RegisteredClient
  user: LoginUser
  /** makes the client that the credentials are of */
  createClient(clientId: string, scopes: string[]): Promise<Credentials>
  now: () => Date
  /** is told each secret that is given out */
  onSecret?(name: string, secret: string): void
}

interface Grant {
  redirectUri: string
  clientId: string
  scopes: string[]
  expires: number
}

const tenMinutes = 10 * 60_000
const slug = () => randomBytes(16).toString('base64url')
const seeOther = (location: string, headers = {}) =>
  new Response(null, { status: 302, headers: { location, ...headers } })
const page = (body: string) =>
  new Response(`<link rel="icon" href="data:,"><h1>Deployment</h1>${body}`, {
    headers: { 'content-type': 'text/html' },
  })
const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/**
 * Stands in for the third-party login of a Taskcluster deployment (RFC 147), down to its error forms, with the pages that its UI has for it.
 * Answers requests below `/login` and `/third-party`; undefined for all others.
 */
export function loginEndpoints(options: LoginOptions): (request: Request) => Promise<Response | undefined> {
  const { registered, user } = options
  const transactions = new Map<string, { redirectUri: string; state: string; scopes: string[] }>()
  const codes = new Map<string, Grant>()
  const tokens = new Map<string, Grant>()
  const made = new Map<string, Credentials>()
  const later = () => options.now().getTime() + tenMinutes
  const clientName = () => `${user.identity}/${registered.clientId}-${slug().slice(0, 6)}`

  const grant = (redirectUri: string, state: string, scopes: string[], clientId: string) => {
    const code = slug()
    options.onSecret?.('code of a login', code)
    options.onSecret?.('state of a login', state)
    codes.set(code, { redirectUri, clientId, scopes, expires: later() })
    return seeOther(`${redirectUri}?code=${code}&state=${encodeURIComponent(state)}`)
  }

  const authorize = (request: Request, query: URLSearchParams) => {
    const redirectUri = query.get('redirect_uri') ?? ''
    if (query.get('client_id') !== registered.clientId || !registered.redirectUri.includes(redirectUri)) {
      return Response.json({ code: 'unauthorized_client', name: 'AuthorizationError' }, { status: 500 })
    }
    const state = query.get('state') ?? ''
    const fails = (error: string) =>
      seeOther(`${redirectUri}?${new URLSearchParams({ error, error_description: 'no', state })}`)
    if (query.get('response_type') !== 'code') return fails('unsupported_response_type')
    const asked = query.getAll('scope')
    if (asked.length === 0) return fails('server_error')
    if (asked.length > 1) return fails('invalid_scope')
    if (!(request.headers.get('cookie') ?? '').includes('ui-login=yes')) return seeOther(`/third-party?${query}`)
    const scopes = (asked[0] ?? '').split(' ')
    const same = [...scopes].sort().join(' ') === [...registered.scope].sort().join(' ')
    if (registered.whitelisted && same) return grant(redirectUri, state, scopes, clientName())
    const id = slug()
    transactions.set(id, { redirectUri, state, scopes })
    const consent = {
      transactionID: id,
      client_id: registered.clientId,
      scope: scopes.join(' '),
      clientId: clientName(),
    }
    return seeOther(`/third-party?${new URLSearchParams(consent)}`)
  }

  const thirdParty = (query: URLSearchParams) => {
    const id = query.get('transactionID')
    if (id === null) return page(`<a href="/third-party/log-in?${attribute(String(query))}">Log in</a>`)
    const field = (name: string, value: string) => `<input type="hidden" name="${name}" value="${attribute(value)}">`
    const fields = `${field('transaction_id', id)}${field('scope', query.get('scope') ?? '')}${field('clientId', query.get('clientId') ?? '')}`
    return page(`<form method="post" action="/login/oauth/authorize/decision">${fields}
      <button>Authorize</button><button name="cancel" value="yes">Deny</button></form>`)
  }

  const decide = (form: URLSearchParams) => {
    const id = form.get('transaction_id') ?? ''
    const transaction = transactions.get(id)
    if (transaction === undefined) return new Response('no transaction', { status: 403 })
    transactions.delete(id)
    const { redirectUri, state } = transaction
    const fails = (error: string) => seeOther(`${redirectUri}?${new URLSearchParams({ error, state })}`)
    if (form.get('cancel') !== null) return fails('access_denied')
    const scopes = (form.get('scope') ?? '').split(' ')
    if (!scopes.every((scope) => registered.scope.includes(scope))) return fails('invalid_scope')
    return grant(redirectUri, state, scopes, form.get('clientId') ?? clientName())
  }

  const exchange = (form: URLSearchParams) => {
    const code = form.get('code') ?? ''
    const found = codes.get(code)
    codes.delete(code)
    const good = found !== undefined && found.expires > options.now().getTime()
    if (!good || form.get('redirect_uri') !== found.redirectUri || form.get('client_id') !== registered.clientId) {
      const error = { error: 'invalid_grant', error_description: 'Invalid authorization code' }
      return Response.json(error, { status: 403 })
    }
    const token = slug()
    options.onSecret?.('token of a login', token)
    tokens.set(token, { ...found, expires: later() })
    return Response.json({ access_token: token, token_type: 'Bearer' })
  }

  const credentials = async (header: string | null) => {
    if (header === null) return Response.json({ code: 'ERR_INVALID_ARG_TYPE', name: 'TypeError' }, { status: 500 })
    const found = tokens.get(header.replace(/^Bearer /, ''))
    if (!header.startsWith('Bearer ') || found === undefined || found.expires <= options.now().getTime()) {
      const message = 'Could not generate credentials for this access token'
      return Response.json({ name: 'InputError', message }, { status: 500 })
    }
    const granted = found.scopes.filter((scope) => user.scopes.includes(scope) || user.scopes.includes('*'))
    const known = made.get(header) ?? (await options.createClient(found.clientId, granted))
    made.set(header, known)
    const expires = new Date(options.now().getTime() + 3 * 24 * 60 * 60_000 - 30_000)
    return Response.json({ expires: expires.toJSON(), credentials: known })
  }

  return async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    const form = async () => new URLSearchParams(await request.text())
    switch (`${request.method} ${pathname}`) {
      // browsers ask every host for it
      case 'GET /favicon.ico':
        return new Response(null, { status: 204 })
      case 'GET /login/oauth/authorize':
        return authorize(request, searchParams)
      case 'GET /third-party':
        return thirdParty(searchParams)
      case 'GET /third-party/log-in':
        return seeOther(`/login/oauth/authorize?${searchParams}`, { 'set-cookie': 'ui-login=yes; Path=/' })
      case 'POST /login/oauth/authorize/decision':
        return decide(await form())
      case 'POST /login/oauth/token':
        return exchange(await form())
      case 'GET /login/oauth/credentials':
        return credentials(request.headers.get('authorization'))
      default:
        return undefined
    }
  }
}
