import hawk from 'hawk'
import { withoutEnd } from '@/lib/base/texts'
import { CliExit } from '@/lib/cli/output/output'
import { causeOf } from '@/lib/registrar/deployment/queueProblem'
import { environmentCredentials } from './environmentCredentials'

/** How long to wait for the app, which may have to ask its Queue about many worker types first. */
const patience = 120_000

/** What the app answers to a GET. With the credentials of `TASKCLUSTER_*`, where they are there, the request is signed. */
export async function askApp(server: string, path: string): Promise<{ status: number; text: string }> {
  try {
    const url = `${server}${path}`
    const headers = signature(url)
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(patience) })
    const text = await answer.text()
    if (answer.status === 401 || answer.status === 403) throw refused(server, text)
    return { status: answer.status, text }
  } catch (error) {
    throw error instanceof CliExit ? error : silent(server, causeOf(error))
  }
}

/** The address of the running app, from `--server` or the environment. */
export function appAddress(option: string | undefined): string {
  const server = option || process.env.ROOT_URL || process.env.TASKCLUSTER_ROOT_URL || 'http://localhost:3000'
  if (!URL.canParse(server)) throw exit('usage', `This is no URL: ${server}`, 'Give --server URL.')
  return withoutEnd(server, '/')
}

/** What the running app has at a path; undefined where it says that there is no such thing. Any other trouble ends the command with status 2. */
export async function readFromApp(server: string, path: string): Promise<string | undefined> {
  const { status, text } = await askApp(server, path)
  if (status === 404 && text.startsWith('No such ')) return undefined
  if (status !== 200) throw silent(server, `${path} answers ${status}`)
  return text
}

/** Said where the app answers nothing that can be used. */
export function silent(server: string, why: string): CliExit {
  return exit('server-unreachable', `The app at ${server} does not answer: ${why}.`, 'Start it, or give --server URL.')
}

function signature(url: string): Record<string, string> {
  const found = environmentCredentials()
  if (found === undefined) return {}
  const { clientId: id, accessToken: key, certificate } = found
  const ext = certificate
    ? Buffer.from(JSON.stringify({ certificate: JSON.parse(certificate) })).toString('base64')
    : undefined
  return {
    authorization: hawk.client.header(url, 'GET', { credentials: { id, key, algorithm: 'sha256' }, ext }).header,
  }
}

function refused(server: string, text: string): CliExit {
  const said = text.length < 1000 ? text.trim() : ''
  return exit(
    'server-refused',
    `The app at ${server} refuses: ${said}`,
    'Set TASKCLUSTER_CLIENT_ID and TASKCLUSTER_ACCESS_TOKEN.',
  )
}

function exit(code: string, message: string, help: string): CliExit {
  return new CliExit(2, [{ code, severity: 'error', message, path: '', help }])
}
