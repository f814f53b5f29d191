import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Recordings of the real program, and how to find the files of a case. */
export const conformanceFolder = join(
  resolve(process.env.CONFORMANCE_DIR ?? '../shared/conformance'),
  'taskcluster-worker',
)

/** Where the recordings are absent, tests that need them are skipped, but never in CI: there they fail. */
export const conformanceIsAbsent = !existsSync(conformanceFolder) && process.env.CI === undefined

/** Names of the cases of one kind. */
export function caseNames(kind: 'accepted' | 'rejected' | 'outcomes'): string[] {
  if (conformanceIsAbsent) return []
  return readdirSync(join(conformanceFolder, kind))
    .filter((file) => file.endsWith('.config.yml'))
    .map((file) => file.replace('.config.yml', ''))
}

/** The arguments that name a case's environment, where it has one. */
export function envArgs(kind: string, name: string): string[] {
  const file = join(conformanceFolder, kind, `${name}.env.json`)
  return existsSync(file) ? ['--env-file', file] : []
}
