import { foldName } from '@/lib/base/foldName'
import { getOwn } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { placePath } from '@/lib/compose/placePath'
import { nearestName } from '@/lib/schema/nearestName'
import { type ConfigBuild, propertyOwners } from './propertyOwners'

/**
 * A property of a configuration that its build does not know: a worker would not start. One that only older releases know is left out of a design,
 * with a warning, and an error where it is asked how the worker starts.
 */
export function strayProperty(place: string[], build: ConfigBuild, starts: boolean): Problem {
  const { worker, engine } = build
  const { title, reserved = {}, formerSettings = {} } = worker.worker
  const written = place.join('.')
  const path = placePath(place)
  const invalid = (why: string, help?: string): Problem => {
    const message = `The worker would not start: ${why}.`
    return { code: 'config-invalid', severity: 'error', message, path, ...(help === undefined ? {} : { help }) }
  }
  const former = Object.keys(formerSettings).find((name) => foldName(name) === foldName(written))
  if (former !== undefined) {
    const why = `${former} ${getOwn(formerSettings, former)}`
    if (starts) return invalid(why, 'Leave it out.')
    return {
      code: 'setting-left-out',
      severity: 'warning',
      message: `${title} does not start with ${written}, which is left out: ${why}.`,
      path,
    }
  }
  const isHere = (of: ConfigBuild) => [...propertyOwners(of).keys()].some((property) => isWithin(property, place))
  const elsewhere = Object.keys(worker.engines).find((other) => isHere({ ...build, engine: other }))
  if (elsewhere !== undefined) return invalid(`${engine} does not know ${written}, unlike ${elsewhere}`)
  const { latest } = worker.worker
  if (latest !== undefined && isHere({ ...build, version: latest })) {
    return invalid(`version ${build.version} does not know ${written}, unlike ${latest}`)
  }
  const names = [...propertyOwners(build).keys()].map((property) => property.replaceAll('/', '.'))
  const near = nearestName(written, [...names, ...Object.keys(reserved)]) ?? wayTo(place, names)
  return invalid(`it knows no property ${written}`, near === undefined ? undefined : `Did you mean ${near}?`)
}

/** Whether a place is a property or the structure that it stands in. */
function isWithin(property: string, place: string[]): boolean {
  const [known, written] = [foldName(property), foldName(place.join('/'))]
  return known === written || known.startsWith(`${written}/`)
}

/** The property of the same name in another structure, or outside of all. */
function wayTo(place: string[], names: string[]): string | undefined {
  const last = (name: string) => foldName(name.split('.').at(-1) ?? '')
  return names.find((name) => last(name) === foldName(place.at(-1) ?? ''))
}
