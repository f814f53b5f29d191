import hawk from 'hawk'
import { cookieName } from '@/lib/auth/sessions/sessionCookies'
import { plant } from './plantSecrets'
import { serverActions } from './serverActions'

type Send = (path: string, request?: RequestInit) => Promise<Response>

/** Sends requests with secrets that are wrong, or where they do not belong: signatures, cookies, queries, bodies of actions. */
export async function sendWrong(rootUrl: string, send: Send): Promise<void> {
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
    const { header } = hawk.client.header(`${rootUrl}${path}`, 'GET', { credentials })
    await send(path, { headers: { authorization: header } })
    await send(path, { headers: { authorization: `Bearer ${plant(`bearer for ${path}`)}` } })
    await send(path, { headers: { cookie: `${cookieName(rootUrl, 'session')}=${plant(`cookie for ${path}`)}` } })
    await send(`${path}?bewit=${plant(`bewit for ${path}`)}`)
  }
  await send(`/sign-in/callback?code=${plant('code of nobody')}&state=${plant('state of nobody')}`)
  await send(`/designs?planted-query=1&token=${plant('query')}`)
  const { origin } = new URL(rootUrl)
  const body = (name: string) => `["$F9",{"accessToken":"${plant(name)}"},`
  for (const id of [...(await serverActions()).map((each) => each.id), '0'.repeat(42)]) {
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
}
