import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSignInToken, readSignInToken, signInLink } from '@/lib/auth/setup/signInTokenFile'

const root = join(import.meta.dirname, '..', '..')

type Environment = Record<string, string>

/** The server that is started: a script, and the folder of package.json that it is in. */
export interface Program {
  folder: string
  script: string
}

const builtApp: Program = { folder: root, script: 'scripts/serve.mjs' }

/** A running server of the built app, with a data directory of its own. */
export interface App {
  rootUrl: string
  dataDir: string
  /** a link that signs in once */
  signInLink: () => Promise<string>
  /** the TASKCLUSTER_* variables of the first client */
  credentials: () => Promise<{ clientId: string; accessToken: string }>
  /** seconds that the server has computed so far, whatever else the machine does meanwhile */
  cpuSeconds: () => Promise<number>
  /** what the server has printed so far */
  output: () => string
  /** bytes of memory that the server has in use */
  memory: () => Promise<number>
  /** ends the process without a chance to tidy up */
  kill: () => Promise<void>
  /** ends the process as its owner would; the data stays */
  stop: () => Promise<void>
  /** starts it again on the same data */
  restart: () => Promise<void>
  /** stops it and removes its data */
  dispose: () => Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}

/** Starts the server and waits until it says its address. */
async function launch(
  { folder, script }: Program,
  port: number,
  dataDir: string,
  environment: Environment,
  print: (text: string) => void,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, ROOT_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  await new Promise<void>((resolve, reject) => {
    const hear = (data: Buffer) => {
      output += data.toString()
      print(data.toString())
      if (/^Worker Type Designer: .*\n/m.test(output)) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`the server ended with status ${code}:\n${output}`)))
  })
  return child
}

/** Starts the app on a free port with an empty data directory, and with further environment variables where they are given. */
export async function startApp(environment: Environment = {}, program = builtApp): Promise<App> {
  const port = await freePort()
  const rootUrl = `http://127.0.0.1:${port}`
  const dataDir = await mkdtemp(join(tmpdir(), 'wtd-e2e-'))
  let printed = ''
  const print = (text: string) => {
    printed += text
  }
  let child = await launch(program, port, dataDir, environment, print)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  return {
    rootUrl,
    dataDir,
    signInLink: async () => {
      const random = (bytes: number) => randomBytes(bytes).toString('base64url')
      return signInLink(rootUrl, readSignInToken(dataDir) ?? makeSignInToken(dataDir, random, new Date()))
    },
    credentials: async () => {
      const variables: Record<string, string> = JSON.parse(
        await readFile(join(dataDir, 'admin-credentials.json'), 'utf8'),
      )
      return {
        clientId: variables.TASKCLUSTER_CLIENT_ID ?? '',
        accessToken: variables.TASKCLUSTER_ACCESS_TOKEN ?? '',
      }
    },
    cpuSeconds: async () => {
      const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8')
      // after the name in parentheses: utime and stime are the 12th and 13th, in hundredths
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return (Number(fields[11]) + Number(fields[12])) / 100
    },
    output: () => printed,
    memory: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
      return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    restart: async () => {
      child = await launch(program, port, dataDir, environment, print)
    },
    dispose: async () => {
      await end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
