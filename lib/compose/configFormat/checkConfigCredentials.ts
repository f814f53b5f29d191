import { isJsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { placePath } from '@/lib/compose/design/places'
import { REFERENCE_TRANSFORMS, referenceKeys } from '@/lib/compose/design/references'

/**
 * Credentials that are still references when the transform `secrets` looks for clientId and accessToken. It stops the worker even where nothing refers to a
 * secret (facts, section 2). `transforms` are listed in the order in which they run; `place` is that of the credentials.
 */
export function checkConfigCredentials(
  credentials: JsonValue | undefined,
  transforms: string[],
  place: (string | number)[],
): Problem[] {
  const index = transforms.indexOf('secrets')
  if (index < 0 || credentials === undefined) return []
  const before = transforms.slice(0, index)
  const isLate = (value: JsonValue) => {
    const needed = referenceKeys(value).map((key) => REFERENCE_TRANSFORMS[key])
    return needed.some((name) => transforms.includes(name)) && !needed.some((name) => before.includes(name))
  }
  const problem = (at: string[], value: JsonValue): Problem => {
    const isSecret = referenceKeys(value).includes('$secret')
    return {
      code: 'credentials-late',
      severity: 'error',
      message: isSecret
        ? 'The worker needs its credentials to read any secret, so they cannot come from one.'
        : 'The transform secrets needs the credentials, and what is written here is replaced after it has run.',
      path: placePath([...place, ...at]),
      help: isSecret ? 'Take them from the environment: {$env: NAME}.' : 'List secrets after the other transforms.',
    }
  }
  if (isLate(credentials)) return [problem([], credentials)]
  if (!isJsonObject(credentials) || referenceKeys(credentials).length > 0) return []
  return ['clientId', 'accessToken'].flatMap((name) => {
    const value = credentials[name]
    return value !== undefined && isLate(value) ? [problem([name], value)] : []
  })
}
