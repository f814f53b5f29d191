import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'

/** One bash for all commands of a document, so that what one sets is there for the next. */
export interface ReaderShell {
  /** runs a line, and answers all that it prints and how it ends */
  run: (line: string) => Promise<{ output: string; status: number }>
  close: () => Promise<void>
}

/** What a reader's shell does not have from the start: the settings of whoever runs the tests. */
const settings = /^(TASKCLUSTER_|DATA_DIR$|DATABASE_URL$|CATALOG_DIR$|ROOT_URL$|PORT$|HOST$)/

/** Starts a shell in a folder. */
export function readerShell(folder: string): ReaderShell {
  const without = Object.fromEntries(
    Object.keys(process.env)
      .filter((name) => settings.test(name))
      .map((name) => [name, undefined]),
  )
  const env = { ...process.env, ...without }
  const shell = spawn('bash', ['--noprofile', '--norc'], { cwd: folder, env, stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(shell, 'exit')
  const mark = `end-${randomUUID()}`
  const end = new RegExp(`\\n${mark} (\\d+)\\n$`)
  return {
    run: (line) =>
      new Promise((resolve, reject) => {
        let output = ''
        const hear = (data: Buffer) => {
          output += data.toString()
          const [whole, status] = end.exec(output) ?? []
          if (whole === undefined) return
          shell.stdout.off('data', hear)
          resolve({ output: output.slice(0, -whole.length), status: Number(status) })
        }
        shell.stdout.on('data', hear)
        ended.then(() => reject(new Error(`the shell ended in the middle of: ${line}\n${output}`)))
        shell.stdin.write(`{ ${line}\n} </dev/null 2>&1; printf '\\n${mark} %s\\n' "$?"\n`)
      }),
    close: async () => {
      shell.stdin.end()
      await ended
    },
  }
}
