import type { Problem } from '../base/problem'
import type { ResolvedDesign } from './resolvedDesign'

/** The Queue's patterns for a body (facts on the services, section 3); the worker's own are in its configuration's schema. */
const QUEUE_PATTERNS = {
  provisionerId: /^[a-zA-Z0-9_-]{1,38}$/,
  workerType: /^[a-z]([-a-z0-9]{0,36}[a-z0-9])?$/,
} as const

/**
 * Whether the Queue can register the identity. An imported worker may run under a name that the Queue takes in URLs only, so this is a
 * warning unless the design is strict.
 */
export function checkIdentity(resolved: ResolvedDesign): Problem[] {
  const names = ['provisionerId', 'workerType'] as const
  return names.flatMap((name) => {
    const value = resolved[name]
    if (value === '' || QUEUE_PATTERNS[name].test(value)) return []
    return [
      {
        code: 'identity-not-registrable',
        severity: resolved.design.strict ? ('error' as const) : ('warning' as const),
        message: `The Queue cannot register ${JSON.stringify(value)} as ${name}.`,
        path: name,
        help:
          name === 'workerType'
            ? 'Use lower-case letters, digits and dashes, beginning with a letter and not ending in a dash, at most 38.'
            : 'Use letters, digits, dashes and underscores, at most 38.',
      },
    ]
  })
}
