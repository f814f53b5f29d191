import { isGoClockTime } from './isGoClockTime'
import { isGoDate } from './isGoDate'
import { isGoDateTime } from './isGoDateTime'
import { isGoEmail } from './isGoEmail'
import { isGoRegex } from './isGoRegex'
import { isGoUri } from './isGoUri'
import { isGoUriReference } from './isGoUriReference'
import { isHostname } from './isHostname'
import { isIpv4 } from './isIpv4'
import { isIpv6 } from './isIpv6'
import { isJsonPointer } from './isJsonPointer'
import { isRelativeJsonPointer } from './isRelativeJsonPointer'
import { isUriTemplate } from './isUriTemplate'
import { isUuid } from './isUuid'

/** A format: the check, and what a value must be, in words that follow "must be". */
export interface Format {
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
