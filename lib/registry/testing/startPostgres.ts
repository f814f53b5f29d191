import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findPostgres } from './findPostgres'
import { freePort } from './freePort'
import { unprivilegedUser } from './unprivilegedUser'

/** A PostgreSQL server for tests, in a temporary folder, on a loopback port. */
export interface PostgresServer {
  url: string
  /** stops all its processes in the middle of what they do; connections stay open, and nothing is answered */
  pause(): void
  /** lets them go on */
  resume(): void
  /** ends the server at once and removes its folder */
  stop(): Promise<void>
}

// Ends the server and removes its folder as soon as nobody holds the other end of standard input any more, which is so when a test was killed
// too. Only the server keeps standard error, so that it ends with it.
const untilAbandoned =
  'exec 3>&2 2>/dev/null; "$@" 2>&3 3>&- & exec 3>&-; cat; kill -QUIT $!; kill -CONT $!; wait $!; rm -rf "$PWD"'

/**
 * Starts a PostgreSQL server and waits until it takes connections. It gives up durability for speed, and ends with this process, however that
 * ends. Tests that only need a database take one of `postgresDatabase`.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = findPostgres()
  const user = unprivilegedUser()
  const folder = mkdtempSync(join(tmpdir(), 'wtd-postgres-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const init = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
    '--no-instructions',
  ]
  execFileSync(join(bin, 'initdb'), init, { ...user, cwd: folder, stdio: 'pipe' })
  const port = await freePort()
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', `unix_socket_directories=${folder}`]
  const command = [join(bin, 'postgres'), '-D', data, '-h', '127.0.0.1', '-p', String(port)]
  const server = spawn(
    'sh',
    ['-c', untilAbandoned, 'sh', ...command, ...settings.flatMap((setting) => ['-c', setting])],
    { ...user, cwd: folder, stdio: ['pipe', 'ignore', 'pipe'] },
  )
  const ended = once(server, 'exit')
  const ready = (async () => {
    for await (const line of createInterface(server.stderr)) {
      if (line.includes('ready to accept connections')) return true
    }
    return false
  })()
  if (!(await ready)) throw new Error('PostgreSQL ended before it was ready')
  server.stderr.resume()
  // a process that has nothing else to do may end
  server.unref()
  for (const end of [server.stdin, server.stderr]) if (end instanceof Socket) end.unref()
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    const postmaster = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
    for (const pid of [postmaster, ...childrenOf(postmaster)]) process.kill(pid, name)
  }
  const stop = async () => {
    server.ref()
    server.stdin.end()
    await ended
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
    stop,
  }
}

function childrenOf(parent: number): number[] {
  const numbers = readdirSync('/proc').map(Number).filter(Number.isInteger)
  return numbers.filter((pid) => parentOf(pid) === parent)
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // after the name in parentheses: the state and the parent
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    // it has ended meanwhile
    return undefined
  }
}
