import { causeOf } from '../queue/registrar/queueProblem'
import { CliExit } from './cliExit'

/** How long to wait for the app, which may have to ask its Queue about many worker types first. */
const patience = 120_000

/** The running app that a command asks. An address that is none ends the command with status 2. */
export function serverUrl(given: string | undefined): string {
  const server = given || process.env.ROOT_URL || process.env.TASKCLUSTER_ROOT_URL || 'http://localhost:3000'
  if (URL.canParse(server)) return server.replace(/\/+$/, '')
  const message = `This is no URL: ${server}`
  throw new CliExit(2, [{ code: 'usage', severity: 'error', message, path: '', help: 'Give --server URL.' }])
}

/** What the running app answers; undefined where it says that there is no such thing. Any other trouble ends the command with status 2. */
export async function askServer(given: string | undefined, path: string): Promise<string | undefined> {
  const server = serverUrl(given)
  let answer: Response
  let text: string
  try {
    answer = await fetch(`${server}${path}`, { signal: AbortSignal.timeout(patience) })
    text = await answer.text()
  } catch (error) {
    throw serverProblem(server, causeOf(error))
  }
  if (answer.status === 404 && text.startsWith('No such ')) return undefined
  if (!answer.ok) throw serverProblem(server, `${path} answers ${answer.status}`)
  return text
}

/** Ends a command because the app gives no usable answer. */
export function serverProblem(server: string | undefined, why: string): CliExit {
  const message = `The app at ${serverUrl(server)} does not answer: ${why}.`
  const help = 'Start it, or give --server URL.'
  return new CliExit(2, [{ code: 'server-unreachable', severity: 'error', message, path: '', help }])
}
