import type { Problem } from '../base/problem'
import { placePath } from './placePath'
import type { ResolvedDesign } from './resolvedDesign'

/** A warning for each entry in use whose version is not the one that the design was made with. Pins of other entries mean nothing. */
export function checkVersions(resolved: ResolvedDesign): Problem[] {
  const pins = resolved.design.catalog
  if (pins === undefined) return []
  return [resolved.worker, resolved.engine, ...resolved.plugins].flatMap(({ label, entry }) => {
    const pinned = Object.hasOwn(pins, label) ? pins[label] : undefined
    if (pinned === undefined || pinned === entry.version) return []
    return [
      {
        code: 'entry-version-changed',
        severity: 'warning' as const,
        message: `The design was made with version ${pinned} of ${label}, and the catalog has version ${entry.version}.`,
        path: placePath(['catalog', label]),
        component: label,
        help: 'Look at what it changes, and write the new version into the design.',
      },
    ]
  })
}
