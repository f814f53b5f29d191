const clock = '\\d{1,2}:\\d\\d:(\\d\\d([.,]\\d+)?|[.,]\\d+)'
const label = '[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?'

/** For each format, a pattern that all of its texts match; must stay in step with `../../formats`. */
const bounds: ReadonlyMap<string, string> = new Map([
  ['uri', ':'],
  ['date-time', `^\\d{4}-\\d\\d-\\d\\dT${clock}(Z|[+-]\\d\\d:\\d\\d)$`],
  ['date', '^\\d{4}-\\d\\d-\\d\\d$'],
  ['time', `^${clock}(Z|[+-]\\d\\d:\\d\\d)?$`],
  ['email', '@'],
  ['hostname', `^${label}(\\.${label})*$`],
  ['ipv4', '\\.'],
  ['ipv6', ':'],
  ['uuid', '^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$'],
  ['json-pointer', '^(/([^~/]|~[01])*)*$'],
])

/** The pattern that all texts of a format match, where there is one: what does not match it needs no look at the format. */
export function formatBound(format: string): string[] {
  const bound = bounds.get(format)
  return bound === undefined ? [] : [bound]
}
