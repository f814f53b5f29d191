import { z } from 'zod'
import { type Result, succeed } from './base/problem'
import { readVariables } from './readVariables'

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
  PUBLIC_READ: z.enum(['true', 'false']).default('true'),
  CHECK_MINUTES: whole(0, 1440).default(15),
  EXPIRY_WARNING_DAYS: whole(1, 360).default(30),
})

const help = {
  PORT: 'PORT is a number from 1 to 65535.',
  HOST: 'HOST is the address to listen on.',
  DATA_DIR: 'DATA_DIR is a folder for the database and the keys.',
  CATALOG_DIR: 'CATALOG_DIR is a folder with engines and plugins of your own.',
  DATABASE_URL: 'DATABASE_URL is postgres://user:password@host/name; without it the database is in DATA_DIR.',
  ROOT_URL:
    'ROOT_URL is the address that users and task authors reach this server at, as in https://types.example.com.',
  PUBLIC_READ: 'PUBLIC_READ is true, or false where reading takes the scope worker-types:view.',
  CHECK_MINUTES: 'CHECK_MINUTES is the time between two comparisons with the Queue, 0 for never, at most 1440.',
  EXPIRY_WARNING_DAYS:
    'EXPIRY_WARNING_DAYS says how long before its end a registration is said to expire, from 1 to 360.',
}
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
  /** whether everybody may read worker types and designs */
  publicRead: boolean
  /** minutes between two comparisons of what is registered with the Queue, 0 for never */
  checkMinutes: number
  /** days before its end from which a registration is said to expire */
  expiryWarningDays: number
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
    rootUrl: (data.ROOT_URL ?? `http://localhost:${data.PORT}`).replace(/\/+$/, ''),
    publicRead: data.PUBLIC_READ === 'true',
    checkMinutes: data.CHECK_MINUTES,
    expiryWarningDays: data.EXPIRY_WARNING_DAYS,
  })
}
