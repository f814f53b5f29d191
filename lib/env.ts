import { z } from 'zod'
import { fail, type Result, succeed } from './base/problem'

const text = z.string().trim()
const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value > 0 && value < 65_536)

const variables = {
  PORT: { schema: port.default(3000), help: 'PORT is a number from 1 to 65535.' },
  HOST: { schema: text.default('127.0.0.1'), help: 'HOST is the address to listen on.' },
  DATA_DIR: { schema: text.default('./data'), help: 'DATA_DIR is a folder for the database and the keys.' },
  CATALOG_DIR: { schema: text.optional(), help: 'CATALOG_DIR is a folder with engines and plugins of your own.' },
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    help: 'DATABASE_URL is postgres://user:password@host/name; without it the database is in DATA_DIR.',
  },
  ROOT_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    help: 'ROOT_URL is the address that users and task authors reach this server at, as in https://types.example.com.',
  },
} as const

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
}

/** Reads the settings from environment variables; empty ones count as absent. Problems: `environment-invalid`, at the variable. */
export function readEnvironment(env: Record<string, string | undefined>): Result<Environment> {
  const read = <T>(name: keyof typeof variables, schema: z.ZodType<T>) =>
    schema.safeParse(env[name]?.trim() || undefined)
  const results = {
    PORT: read('PORT', variables.PORT.schema),
    HOST: read('HOST', variables.HOST.schema),
    DATA_DIR: read('DATA_DIR', variables.DATA_DIR.schema),
    CATALOG_DIR: read('CATALOG_DIR', variables.CATALOG_DIR.schema),
    DATABASE_URL: read('DATABASE_URL', variables.DATABASE_URL.schema),
    ROOT_URL: read('ROOT_URL', variables.ROOT_URL.schema),
  }
  const { PORT, HOST, DATA_DIR, CATALOG_DIR, DATABASE_URL, ROOT_URL } = results
  if (
    PORT.success &&
    HOST.success &&
    DATA_DIR.success &&
    CATALOG_DIR.success &&
    DATABASE_URL.success &&
    ROOT_URL.success
  ) {
    const rootUrl = (ROOT_URL.data ?? `http://localhost:${PORT.data}`).replace(/\/+$/, '')
    return succeed({
      port: PORT.data,
      host: HOST.data,
      dataDir: DATA_DIR.data,
      databaseUrl: DATABASE_URL.data,
      catalogDir: CATALOG_DIR.data,
      rootUrl,
    })
  }
  const wrong = (['PORT', 'HOST', 'DATA_DIR', 'CATALOG_DIR', 'DATABASE_URL', 'ROOT_URL'] as const).filter(
    (name) => !results[name].success,
  )
  return fail(
    wrong.map((name) => ({
      code: 'environment-invalid',
      severity: 'error',
      message: `the environment variable ${name} has a value that cannot be used`,
      path: name,
      help: variables[name].help,
    })),
  )
}
