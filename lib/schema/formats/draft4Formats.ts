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
