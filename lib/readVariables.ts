import type { z } from 'zod'
import { fail, type Result, succeed } from './base/problem'

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
