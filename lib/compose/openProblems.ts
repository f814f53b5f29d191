import type { Problem } from '@/lib/base/problem'
import type { ResolvedDesign } from './resolvedDesign'

/** Problems for open values that a schema depends on: without a sample nobody can say what the payload looks like. */
export function openProblems(resolved: ResolvedDesign): Problem[] {
  return [...resolved.openPlaces.values()].map(({ path, component, name }) => ({
    code: 'sample-needed',
    severity: 'error',
    message: 'The payload schema depends on this value, which is known only where the worker runs.',
    path,
    component,
    help:
      name === '' ? 'Write the value itself.' : `Give a sample value for ${name} (samples, or an environment file).`,
  }))
}
