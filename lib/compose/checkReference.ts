import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { isReference, type ReferenceKey } from './references'

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
