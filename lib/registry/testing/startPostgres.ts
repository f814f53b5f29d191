import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findPostgres } from './findPostgres'
import { freePort } from './freePort'
import { unprivilegedUser } from './unprivilegedUser'

/** A PostgreSQL server for tests, in a temporary folder, on a loopback port. */
export interface PostgresServer {
  url: string
  /** ends the server at once and removes its folder */
  stop(): Promise<void>
}

/** Starts a PostgreSQL server and waits until it takes connections. It gives up durability for speed. */
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
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const endWithUs = () => server.kill('SIGQUIT')
  process.once('exit', endWithUs)
  const ended = once(server, 'exit')
  const ready = (async () => {
    for await (const line of createInterface(server.stderr)) {
      if (line.includes('ready to accept connections')) return true
    }
    return false
  })()
  if (!(await ready)) throw new Error('PostgreSQL ended before it was ready')
  server.stderr.resume()
  const stop = async () => {
    process.off('exit', endWithUs)
    server.kill('SIGQUIT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop }
}
