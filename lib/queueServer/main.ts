import type { Problem } from '@/lib/base/problem'
import { redactText } from '@/lib/base/redact'
import { sentence } from '@/lib/base/texts'
import { createLog } from '@/lib/http/createLog'
import { toolVersion } from '@/lib/toolVersion'
import { readQueueSettings } from './queueSettings'
import { serveQueue } from './serveQueue'

/** What the process that runs it gives to `main`. */
export interface QueueProcess {
  args: string[]
  env: Record<string, string | undefined>
  migrationsFolder: string
  /** resolves when the process is asked to stop */
  asked: Promise<string>
  stderr: (text: string) => void
}

/** Serves the Queue or the gate until the process is asked to stop; the status with which it should end: 0, 1 could not serve or go on, 2 usage. */
export async function main({ args, env, migrationsFolder, asked, stderr }: QueueProcess): Promise<number> {
  const settings = readQueueSettings(args, env)
  if (!settings.ok) return tell(settings.problems, stderr, 2)
  const { upstream, rootUrl, logLevel } = settings.value
  const log = createLog('queue', logLevel)
  const served = await serveQueue(settings.value, { log, migrationsFolder })
  if (!served.ok) return tell(served.problems, stderr, 1)
  const { url, stop, stopped } = served.value
  log.info(
    { url, rootUrl, upstream, version: toolVersion },
    upstream === undefined ? 'the Queue serves' : 'the gate serves',
  )
  const end = await Promise.race([asked, stopped])
  if (end instanceof Error)
    log.error({ err: end }, 'the database has stopped, and this process with it: start it again')
  else log.info({ signal: end }, 'stopping')
  await stop()
  log.info('stopped')
  return end instanceof Error ? 1 : 0
}

function tell(problems: Problem[], stderr: QueueProcess['stderr'], status: number): number {
  for (const { message, help } of problems) {
    const words = [message, help].filter(Boolean).map((it) => sentence(it ?? ''))
    stderr(`${redactText(words.join(' '))}\n`)
  }
  return status
}
