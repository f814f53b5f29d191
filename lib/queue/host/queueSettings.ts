import { parseArgs } from 'node:util'
import { z } from 'zod'
import { fail, type Problem, type Result, succeed } from '../../base/problem'
import { type Environment, readEnvironment } from '../../env'
import type { WhenUnknown } from '../gate/gateOptions'

const origin = z
  .url({ protocol: /^https?$/ })
  .refine((url) => URL.canParse(url) && new URL(url).pathname === '/' && new URL(url).search === '')
  .transform((url) => new URL(url).origin)
const seconds = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value > 0)

const own = {
  UPSTREAM: {
    schema: origin.optional(),
    help: 'UPSTREAM is the address of a Taskcluster deployment, as in https://tc.example.com.',
  },
  PAGES_URL: {
    schema: origin.optional(),
    help: 'PAGES_URL is the address of the Worker Type Designer, whose pages refusals point to.',
  },
  WHEN_UNKNOWN: {
    schema: z.enum(['pass', 'refuse']).default('pass'),
    help: 'WHEN_UNKNOWN is pass or refuse: what becomes of tasks before the database was ever reached.',
  },
  UPSTREAM_CONNECT_SECONDS: {
    schema: seconds.default(5),
    help: 'UPSTREAM_CONNECT_SECONDS is a whole number from 1 on.',
  },
  UPSTREAM_ANSWER_SECONDS: {
    schema: seconds.default(60),
    help: 'UPSTREAM_ANSWER_SECONDS is a whole number from 1 on; claimWork takes up to 20 seconds.',
  },
  STOP_SECONDS: {
    schema: seconds.default(30),
    help: 'STOP_SECONDS is a whole number from 1 on: how long requests may take to finish.',
  },
  LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    help: 'LOG_LEVEL is debug, info, warn, error or silent.',
  },
} as const

/** What `npm run queue` is told by flags and environment. */
export interface QueueSettings extends Environment {
  /** the deployment behind the gate; without it the embedded Queue is served */
  upstream?: string
  pagesUrl?: string
  whenUnknown: WhenUnknown
  connectSeconds: number
  answerSeconds: number
  stopSeconds: number
  logLevel: string
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
  const read = <T>(name: keyof typeof own, schema: z.ZodType<T>) => schema.safeParse(merged[name]?.trim() || undefined)
  const upstream = read('UPSTREAM', own.UPSTREAM.schema)
  const pagesUrl = read('PAGES_URL', own.PAGES_URL.schema)
  const whenUnknown = read('WHEN_UNKNOWN', own.WHEN_UNKNOWN.schema)
  const connect = read('UPSTREAM_CONNECT_SECONDS', own.UPSTREAM_CONNECT_SECONDS.schema)
  const answer = read('UPSTREAM_ANSWER_SECONDS', own.UPSTREAM_ANSWER_SECONDS.schema)
  const stop = read('STOP_SECONDS', own.STOP_SECONDS.schema)
  const logLevel = read('LOG_LEVEL', own.LOG_LEVEL.schema)
  if (
    common.ok &&
    upstream.success &&
    pagesUrl.success &&
    whenUnknown.success &&
    connect.success &&
    answer.success &&
    stop.success &&
    logLevel.success
  ) {
    const rootUrl = merged.ROOT_URL?.trim() ? common.value.rootUrl : (upstream.data ?? common.value.rootUrl)
    return succeed({
      ...common.value,
      rootUrl,
      upstream: upstream.data,
      pagesUrl: pagesUrl.data,
      whenUnknown: whenUnknown.data,
      connectSeconds: connect.data,
      answerSeconds: answer.data,
      stopSeconds: stop.data,
      logLevel: logLevel.data,
    })
  }
  const results = {
    UPSTREAM: upstream,
    PAGES_URL: pagesUrl,
    WHEN_UNKNOWN: whenUnknown,
    UPSTREAM_CONNECT_SECONDS: connect,
    UPSTREAM_ANSWER_SECONDS: answer,
    STOP_SECONDS: stop,
    LOG_LEVEL: logLevel,
  }
  const wrong = Object.entries(results).filter(([, result]) => !result.success)
  return fail([...(common.ok ? [] : common.problems), ...wrong.map(([name]) => unusable(name, own))])
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

function unusable(name: string, variables: Record<string, { help: string }>): Problem {
  return {
    code: 'environment-invalid',
    severity: 'error',
    message: `the setting ${name} has a value that cannot be used`,
    path: name,
    help: variables[name]?.help,
  }
}
