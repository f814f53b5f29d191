import type { JsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { compareVersions } from '@/lib/catalog/entry/versions'
import { placePath } from '@/lib/compose/design/places'
import type { ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'

/** A warning for each entry in use whose version is not the one that the design was made with. Pins of other entries mean nothing. */
export function checkVersions(resolved: ResolvedDesign): Problem[] {
  return [...checkProgram(resolved), ...checkPins(resolved)]
}

/** The catalog knows the worker program from one version to another. */
function checkProgram({ worker: { entry }, workerVersion }: ResolvedDesign): Problem[] {
  const { latest, workerVersions, title } = entry
  const oldest = /^>=(\d+\.\d+\.\d+)$/.exec(workerVersions ?? '')?.[1]
  const path = 'workerVersion'
  if (oldest !== undefined && compareVersions(workerVersion, oldest) < 0) {
    const message = `The catalog knows ${title} from version ${oldest} on, and this design is for ${workerVersion}.`
    return [{ code: 'worker-version-unknown', severity: 'error', message, path, help: 'Name a later version.' }]
  }
  if (latest === undefined || compareVersions(workerVersion, latest) <= 0) return []
  const message = `The catalog knows ${title} up to version ${latest}; what ${workerVersion} has changed is not known.`
  return [{ code: 'worker-version-newer', severity: 'warning', message, path }]
}

function checkPins(resolved: ResolvedDesign): Problem[] {
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

/** Room is left below the 512 KB of `checkSchema` for what narrowing adds. */
const largest = 400 * 1024

/** An error where the payload parts of custom entries together are larger than can be checked and registered. */
export function checkSize(schema: JsonObject, resolved: ResolvedDesign): Problem[] {
  const custom = resolved.catalog.custom ?? []
  if (![resolved.engine, ...resolved.plugins].some(({ label }) => custom.includes(label))) return []
  const size = new TextEncoder().encode(JSON.stringify(schema)).length
  if (size <= largest) return []
  return [
    {
      code: 'schema-too-large',
      severity: 'error',
      message: `The payload schema has ${Math.ceil(size / 1024)} KB; at most ${largest / 1024} KB can be registered.`,
      path: 'plugins',
      help: 'Leave out a plugin whose payload schema is large.',
    },
  ]
}
