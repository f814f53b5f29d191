import { parseArgs } from 'node:util'
import { z } from 'zod'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { type Environment, readEnvironment, readVariables } from '@/lib/env'
import type { WhenUnknown } from '@/lib/gate/exchange'

const origin = z
  .url({ protocol: /^https?$/ })
  .refine((url) => URL.canParse(url) && new URL(url).pathname === '/' && new URL(url).search === '')
  .transform((url) => new URL(url).origin)
const seconds = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value > 0)

const variables = z.object({
  UPSTREAM: origin.optional(),
  PAGES_URL: origin.optional(),
  WHEN_UNKNOWN: z.enum(['pass', 'refuse']).default('pass'),
  UPSTREAM_CONNECT_SECONDS: seconds.default(5),
  UPSTREAM_ANSWER_SECONDS: seconds.default(60),
  STOP_SECONDS: seconds.default(30),
})

const help = {
  UPSTREAM: 'UPSTREAM is the address of a Taskcluster deployment, as in https://tc.example.com.',
  PAGES_URL: 'PAGES_URL is the address of the Worker Type Designer, whose pages refusals point to.',
  WHEN_UNKNOWN: 'WHEN_UNKNOWN is pass or refuse: what becomes of tasks before the database was ever reached.',
  UPSTREAM_CONNECT_SECONDS: 'UPSTREAM_CONNECT_SECONDS is a whole number from 1 on.',
  UPSTREAM_ANSWER_SECONDS: 'UPSTREAM_ANSWER_SECONDS is a whole number from 1 on; claimWork takes up to 20 seconds.',
  STOP_SECONDS: 'STOP_SECONDS is a whole number from 1 on: how long requests may take to finish.',
}

/** What `npm run queue` is told by flags and environment. */
export interface QueueSettings extends Environment {
  /** the deployment behind the gate; without it the embedded Queue is served */
  upstream?: string
  pagesUrl?: string
  whenUnknown: WhenUnknown
  connectSeconds: number
  answerSeconds: number
  stopSeconds: number
}

/** Every flag stands for an environment variable and goes before it. */
export const queueFlags = {
  upstream: 'UPSTREAM',
  port: 'PORT',
  host: 'HOST',
  'data-dir': 'DATA_DIR',
  'database-url': 'DATABASE_URL',
  'root-url': 'ROOT_URL',
  'pages-url': 'PAGES_URL',
  'when-unknown': 'WHEN_UNKNOWN',
  'upstream-connect-seconds': 'UPSTREAM_CONNECT_SECONDS',
  'upstream-answer-seconds': 'UPSTREAM_ANSWER_SECONDS',
  'stop-seconds': 'STOP_SECONDS',
  'log-level': 'LOG_LEVEL',
} as const

/** Reads the settings. Problems: `usage` for flags that are none, `environment-invalid` at the variable that a value cannot be used for. */
export function readQueueSettings(args: string[], env: Record<string, string | undefined>): Result<QueueSettings> {
  const given = readFlags(args)
  if (!given.ok) return given
  const merged = { ...env, ...given.value }
  const common = readEnvironment(merged)
  const own = readVariables(variables, help, merged)
  if (!common.ok || !own.ok) return fail([...common.problems, ...own.problems])
  const { UPSTREAM: upstream } = own.value
  const rootUrl = merged.ROOT_URL?.trim() ? common.value.rootUrl : (upstream ?? common.value.rootUrl)
  return succeed({
    ...common.value,
    rootUrl,
    upstream,
    pagesUrl: own.value.PAGES_URL,
    whenUnknown: own.value.WHEN_UNKNOWN,
    connectSeconds: own.value.UPSTREAM_CONNECT_SECONDS,
    answerSeconds: own.value.UPSTREAM_ANSWER_SECONDS,
    stopSeconds: own.value.STOP_SECONDS,
  })
}

function readFlags(args: string[]): Result<Record<string, string>> {
  const options = Object.fromEntries(Object.keys(queueFlags).map((flag) => [flag, { type: 'string' as const }]))
  try {
    const { values } = parseArgs({ args, options, strict: true, allowPositionals: false })
    const named: Record<string, string> = {}
    for (const [flag, variable] of Object.entries(queueFlags)) {
      const value = values[flag]
      if (typeof value === 'string') named[variable] = value
    }
    return succeed(named)
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error)
    const help = `The flags are ${Object.keys(queueFlags)
      .map((flag) => `--${flag}`)
      .join(', ')}.`
    return fail([{ code: 'usage', severity: 'error', message, path: '', help }])
  }
}
