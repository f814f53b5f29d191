import { z } from 'zod'
import { fail, type Result, succeed } from './base/problem'
import { withoutEnd } from './base/texts'
import { logLevels } from './http/logLevels'

/**
 * Reads settings from environment variables (or what stands for them); empty ones count as absent. Problems: `environment-invalid`, at each
 * variable whose value cannot be used, with its line of `help` and without the value, which may be a secret.
 */
export function readVariables<Shape extends z.ZodRawShape>(
  variables: z.ZodObject<Shape>,
  help: Record<keyof Shape & string, string>,
  env: Record<string, string | undefined>,
): Result<z.infer<z.ZodObject<Shape>>> {
  const given = Object.keys(help).map((name) => [name, env[name]?.trim() || undefined])
  const read = variables.safeParse(Object.fromEntries(given))
  if (read.success) return succeed(read.data)
  const wrong = new Set(read.error.issues.map((issue) => issue.path[0]))
  const words: [string, string][] = Object.entries(help)
  return fail(
    words
      .filter(([name]) => wrong.has(name))
      .map(([name, line]) => ({
        code: 'environment-invalid',
        severity: 'error',
        message: `the environment variable ${name} has a value that cannot be used`,
        path: name,
        help: line,
      })),
  )
}

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)
const text = z.string()

const variables = z.object({
  PORT: whole(1, 65_535).default(3000),
  HOST: text.default('127.0.0.1'),
  DATA_DIR: text.default('./data'),
  CATALOG_DIR: text.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  ROOT_URL: z.url({ protocol: /^https?$/ }).optional(),
  SEAL_KEY: text.min(32).optional(),
  SIGN_IN_ROOT_URL: z.url({ protocol: /^https?$/ }).optional(),
  SIGN_IN_CLIENT_ID: text.optional(),
  SIGN_IN_SCOPES: text.regex(/^[\x20-\x7e]+$/).default('worker-types:* queue:declare-worker-type:*'),
  TRUSTED_PROXIES: whole(0, 10).default(0),
  PUBLIC_READ: z.enum(['true', 'false']).default('true'),
  CHECK_MINUTES: whole(0, 1440).default(15),
  EXPIRY_WARNING_DAYS: whole(1, 360).default(30),
  LOG_LEVEL: z.enum(logLevels).default('info'),
})

const help = {
  PORT: 'PORT is a number from 1 to 65535.',
  HOST: 'HOST is the address to listen on.',
  DATA_DIR: 'DATA_DIR is a folder for the database and the keys.',
  CATALOG_DIR: 'CATALOG_DIR is a folder with engines and plugins of your own.',
  DATABASE_URL: 'DATABASE_URL is postgres://user:password@host/name; without it the database is in DATA_DIR.',
  ROOT_URL:
    'ROOT_URL is the address that users and task authors reach this server at, as in https://types.example.com.',
  SEAL_KEY: 'SEAL_KEY has at least 32 random characters; without it the key is in DATA_DIR.',
  SIGN_IN_ROOT_URL: 'SIGN_IN_ROOT_URL is the address of a Taskcluster deployment, as in https://tc.example.com.',
  SIGN_IN_CLIENT_ID: 'SIGN_IN_CLIENT_ID is the name of this server among the registered clients of that deployment.',
  SIGN_IN_SCOPES: 'SIGN_IN_SCOPES are the scopes to ask for, with spaces in between.',
  TRUSTED_PROXIES: 'TRUSTED_PROXIES is the number of proxies in front of this server, from 0 to 10.',
  PUBLIC_READ: 'PUBLIC_READ is true, or false where reading takes the scope worker-types:view.',
  CHECK_MINUTES: 'CHECK_MINUTES is the time between two comparisons with the Queue, 0 for never, at most 1440.',
  EXPIRY_WARNING_DAYS:
    'EXPIRY_WARNING_DAYS says how long before its end a registration is said to expire, from 1 to 360.',
  LOG_LEVEL: 'LOG_LEVEL is debug, info, warn, error or silent.',
}

/** The names of all variables that a server reads; README.md and .env.example have the same. */
export const environmentVariables: readonly string[] = Object.keys(help)

/** What the server is told by its environment. */
export interface Environment {
  port: number
  host: string
  dataDir: string
  databaseUrl?: string
  /** folder of custom catalog entries */
  catalogDir?: string
  /** without a slash at its end */
  rootUrl: string
  /** seals secrets in the database; without it the key is in the data directory */
  sealKey?: string
  /** another deployment that people sign in with */
  signIn?: {
    rootUrl: string /** of this server there; without it there is no login, only credentials */
    clientId?: string
    scopes: string[]
  }
  /** whether everybody may read worker types and designs */
  publicRead: boolean
  /** minutes between two comparisons of what is registered with the Queue, 0 for never */
  checkMinutes: number
  /** days before its end from which a registration is said to expire */
  expiryWarningDays: number
  /** how many proxies in front of this server say who asks */
  trustedProxies: number
  /** what is logged: lines of this level and above */
  logLevel: string
}

/** Reads the settings from environment variables; empty ones count as absent. Problems: `environment-invalid`, at the variable. */
export function readEnvironment(env: Record<string, string | undefined>): Result<Environment> {
  const read = readVariables(variables, help, env)
  if (!read.ok) return read
  const data = read.value
  return succeed({
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    catalogDir: data.CATALOG_DIR,
    rootUrl: withoutEnd(data.ROOT_URL ?? `http://127.0.0.1:${data.PORT}`, '/'),
    sealKey: data.SEAL_KEY,
    signIn:
      data.SIGN_IN_ROOT_URL === undefined
        ? undefined
        : {
            rootUrl: withoutEnd(data.SIGN_IN_ROOT_URL, '/'),
            clientId: data.SIGN_IN_CLIENT_ID,
            scopes: data.SIGN_IN_SCOPES.split(/ +/).filter((scope) => scope !== ''),
          },
    publicRead: data.PUBLIC_READ === 'true',
    checkMinutes: data.CHECK_MINUTES,
    expiryWarningDays: data.EXPIRY_WARNING_DAYS,
    trustedProxies: data.TRUSTED_PROXIES,
    logLevel: data.LOG_LEVEL,
  })
}
