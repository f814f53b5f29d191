import { isJsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { isReference } from '@/lib/compose/design/references'
import type { ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'

/** The Queue's patterns for a body (facts on the services, section 3); the worker's own are in its configuration's schema. */
const QUEUE_PATTERNS = {
  provisionerId: /^[a-zA-Z0-9_-]{1,38}$/,
  workerType: /^[a-z]([-a-z0-9]{0,36}[a-z0-9])?$/,
} as const

/**
 * Whether the Queue can register the identity. An imported worker may run under a name that the Queue takes in URLs only, so this is a
 * warning unless the design is strict. Without a name that is known there is no worker type at all.
 */
export function checkIdentity(resolved: ResolvedDesign): Problem[] {
  return (['provisionerId', 'workerType'] as const).flatMap((name) => [
    ...toldTwice(name, resolved),
    ...(resolved[name] === '' ? openName(name, resolved) : unfitName(name, resolved)),
  ])
}

type IdentityName = keyof typeof QUEUE_PATTERNS

function toldTwice(name: IdentityName, { design }: ResolvedDesign): Problem[] {
  const { worker } = design.settings
  if (design[name] === '' || !isJsonObject(worker) || !Object.hasOwn(worker, name)) return []
  return [
    {
      code: 'identity-twice',
      severity: 'error',
      message: `The design says ${name} at its top already.`,
      path: `settings.worker.${name}`,
      help: 'Leave it out here.',
    },
  ]
}

function openName(name: IdentityName, { settings: { worker } }: ResolvedDesign): Problem[] {
  const value = isJsonObject(worker) && !isReference(worker) ? worker[name] : worker
  if (value === undefined || !isReference(value)) return []
  return [
    {
      code: 'sample-needed',
      severity: 'error',
      message: `The ${name} is known only where the worker runs.`,
      path: value === worker ? 'settings.worker' : name,
      help:
        typeof value.$env === 'string'
          ? `Give a sample value for ${value.$env} (samples, or an environment file).`
          : 'Write the name itself.',
    },
  ]
}

function unfitName(name: IdentityName, resolved: ResolvedDesign): Problem[] {
  const value = resolved[name]
  if (QUEUE_PATTERNS[name].test(value)) return []
  return [
    {
      code: 'identity-not-registrable',
      severity: resolved.design.strict ? 'error' : 'warning',
      message: `The Queue cannot register ${JSON.stringify(value)} as ${name}.`,
      path: name,
      help:
        name === 'workerType'
          ? 'Use lower-case letters, digits and dashes, beginning with a letter and not ending in a dash, at most 38.'
          : 'Use letters, digits, dashes and underscores, at most 38.',
    },
  ]
}
