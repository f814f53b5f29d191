import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { envValue } from '@/lib/compose/design/applySamples'
import { placePath } from '@/lib/compose/design/places'
import { isReference, REFERENCE_TRANSFORMS, type ReferenceKey, referenceKeys } from '@/lib/compose/design/references'

/**
 * Walks a configuration as the listed transforms do, one after the other: checks the form of every reference they would replace, complains of
 * references whose transform is not listed, and with an environment replaces those to it. Other references stay.
 */
export function applyTransforms(
  value: JsonValue,
  transforms: string[],
  environment: Record<string, string> | undefined,
  place: (string | number)[],
  problems: Problem[],
): JsonValue {
  const inside = (member: JsonValue, segment: string | number, listed: string[]) =>
    applyTransforms(member, listed, environment, [...place, segment], problems)
  if (Array.isArray(value)) return value.map((item, segment) => inside(item, segment, transforms))
  if (!isJsonObject(value)) return value
  const keys = referenceKeys(value)
  const wanted = new Set<string>(keys.map((key) => REFERENCE_TRANSFORMS[key]))
  const index = transforms.findIndex((name) => wanted.has(name))
  const key = keys.find((one) => REFERENCE_TRANSFORMS[one] === transforms[index])
  if (key === undefined) {
    const [unlisted] = keys
    if (unlisted !== undefined) {
      problems.push(notListed(unlisted, placePath(place)))
      return value
    }
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inside(member, name, transforms)]))
  }
  // What it reads has been through the transforms that come first.
  const read = Object.entries(value).filter(([name]) => name === key || name === 'type' || name === 'key')
  const members = read.map(([name, member]) => [name, inside(member, name, transforms.slice(0, index))])
  const reached: JsonObject = { ...value, ...Object.fromEntries(members) }
  const wrong = checkReference(key, reached, placePath(place))
  problems.push(...wrong)
  if (wrong.length > 0 || key !== '$env' || environment === undefined || typeof reached.$env !== 'string')
    return reached
  const text = Object.hasOwn(environment, reached.$env) ? (environment[reached.$env] ?? '') : ''
  const result = envValue(reached, text, placePath(place))
  problems.push(...result.problems)
  // The transforms that come later look at the result.
  return result.ok ? applyTransforms(result.value, transforms.slice(index + 1), environment, place, problems) : reached
}

function notListed(key: ReferenceKey, path: string): Problem {
  return {
    code: 'transform-not-listed',
    severity: 'error',
    message: `The worker would take this ${key} as a plain object: the transform ${REFERENCE_TRANSFORMS[key]} is not listed.`,
    path,
    help: `Add ${REFERENCE_TRANSFORMS[key]} to transforms.`,
  }
}

const PACKET_NAMES = ['instance-id', 'hostname', 'facility', 'instance-type', 'public-ipv4', 'public-ipv6']
const ENV_TYPES = ['string', 'number', 'json', 'bool', 'list']

/**
 * What is wrong with the form of a reference; the worker panics or stops on each of these (facts, section 2). Members that are references themselves
 * pass: transforms that come first replace those.
 */
export function checkReference(key: ReferenceKey, reference: JsonObject, path: string): Problem[] {
  const wrong = (message: string, help: string): Problem[] => [
    { code: 'reference-invalid', severity: 'error', message, path, help },
  ]
  switch (key) {
    case '$env': {
      if (!isText(reference.$env)) return wrong('The name in $env must be text.', 'Write {$env: NAME}.')
      const type = reference.type
      if (type !== undefined && !isOpen(type) && !ENV_TYPES.some((name) => name === type)) {
        return wrong(`The type of a $env reference is one of ${ENV_TYPES.join(', ')}.`, 'Leave it out for text.')
      }
      return []
    }
    case '$abs':
      return isText(reference.$abs) ? [] : wrong('The path in $abs must be text.', 'Write {$abs: PATH}.')
    case '$packet':
      return isOpen(reference.$packet) || PACKET_NAMES.some((name) => name === reference.$packet)
        ? []
        : wrong(`The name in $packet is one of ${PACKET_NAMES.join(', ')}.`, 'Use one of these names.')
    case '$hostcredentials': {
      const urls = reference.$hostcredentials
      return isOpen(urls) || (Array.isArray(urls) && urls.every(isText))
        ? []
        : wrong('$hostcredentials takes a list of URLs.', 'Write {$hostcredentials: [URL]}.')
    }
    case '$secret': {
      const exact = isJsonObject(reference) && Object.keys(reference).sort().join() === '$secret,key'
      return exact && isText(reference.$secret) && isText(reference.key)
        ? []
        : wrong(
            'A $secret reference has exactly the two members $secret and key, both text.',
            'Write {$secret: NAME, key: KEY}.',
          )
    }
  }
}

function isOpen(value: JsonValue | undefined): boolean {
  return value !== undefined && isReference(value)
}

function isText(value: JsonValue | undefined): boolean {
  return typeof value === 'string' || isOpen(value)
}
