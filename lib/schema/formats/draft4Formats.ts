import { isDraft4DateTime } from './isDraft4DateTime'
import { isDraft4Uri } from './isDraft4Uri'
import { isGoEmail } from './isGoEmail'
import { isGoRegex } from './isGoRegex'
import { isHostname } from './isHostname'
import { isIpv4 } from './isIpv4'
import { isIpv6 } from './isIpv6'
import { isUuid } from './isUuid'

/** The formats that the script engine knows, as its validator (gojsonschema) reads them. It does not start with others. */
export const draft4Formats: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['date-time', isDraft4DateTime],
  ['email', isGoEmail],
  ['hostname', isHostname],
  ['ipv4', isIpv4],
  ['ipv6', isIpv6],
  ['regex', isGoRegex],
  ['uri', isDraft4Uri],
  ['uuid', isUuid],
])
