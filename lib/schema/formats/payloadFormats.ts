import { checkGoPattern } from '@/lib/schema/pattern/checkPattern'
import { isGoEmail, isHostname, isIpv4, isIpv6 } from './nameFormats'
import { isGoClockTime, isGoDate, isGoDateTime } from './timeFormats'
import { isGoUri, isGoUriReference, isUriTemplate } from './uriFormats'

/** Format `uuid` as gojsonschema checks it: lower-case hexadecimal digits in five groups, any version. */
function isUuid(text: string): boolean {
  return /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/.test(text)
}

/** Format `regex` as gojsonschema checks it: Go compiles it. */
function isGoRegex(text: string): boolean {
  return checkGoPattern(text) === undefined
}

/** Format `json-pointer`: '' or segments that each begin with a slash. */
function isJsonPointer(text: string): boolean {
  return /^(?:\/(?:[^~/]|~[01])*)*$/.test(text)
}

/** Format `relative-json-pointer`: levels to go up, then a pointer or `#`. */
function isRelativeJsonPointer(text: string): boolean {
  return /^(?:0|[1-9]\d*)(?:#|(?:\/(?:[^~/]|~[01])*)*)$/.test(text)
}

/** A format: the check, and what a value must be, in words that follow "must be". */
interface Format {
  test: (text: string) => boolean
  words: string
}

/** The formats of payload schemas, as the workers read them. A schema that names another one is refused. */
export const payloadFormats: ReadonlyMap<string, Format> = new Map([
  ['uri', { test: isGoUri, words: 'a URI with a scheme, such as https://example.com/file' }],
  ['date-time', { test: isGoDateTime, words: 'a date and time, such as 2030-01-31T12:00:00Z' }],
  ['date', { test: isGoDate, words: 'a date, such as 2030-01-31' }],
  ['time', { test: isGoClockTime, words: 'a time of day, such as 12:00:00Z' }],
  ['email', { test: isGoEmail, words: 'an e-mail address' }],
  ['hostname', { test: isHostname, words: 'a host name' }],
  ['ipv4', { test: isIpv4, words: 'an IPv4 address' }],
  ['ipv6', { test: isIpv6, words: 'an IPv6 address' }],
  ['uuid', { test: isUuid, words: 'a UUID in lower case' }],
  ['regex', { test: isGoRegex, words: 'a regular expression' }],
  ['uri-reference', { test: isGoUriReference, words: 'a URI or a relative reference' }],
  ['uri-template', { test: isUriTemplate, words: 'a URI template' }],
  ['json-pointer', { test: isJsonPointer, words: 'a JSON pointer' }],
  ['relative-json-pointer', { test: isRelativeJsonPointer, words: 'a relative JSON pointer' }],
])

/** The formats that the script engine knows; it does not start with others. What they mean there is in `../draft4/translateFormat`. */
export const draft4Formats: ReadonlySet<string> = new Set([
  'date-time',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'regex',
  'uri',
  'uuid',
])
