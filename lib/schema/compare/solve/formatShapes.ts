/** For each format, a pattern of some texts that surely are of it. */
const shapes: ReadonlyMap<string, string> = new Map([
  ['uri', '^(https?|ftp|file|git|ssh|s3)://[a-z0-9.-]*[a-z0-9](/[A-Za-z0-9._/-]*)?$'],
  ['uri-reference', '^[A-Za-z0-9._/-]*$'],
  ['date-time', '^20[0-9][0-9]-0[1-9]-[01][1-9]T[01][0-9]:[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?Z$'],
  ['date', '^20[0-9][0-9]-0[1-9]-[01][1-9]$'],
  ['time', '^[01][0-9]:[0-5][0-9]:[0-5][0-9]Z$'],
  ['email', '^[a-z0-9]+@[a-z0-9]+(\\.[a-z0-9]+)+$'],
  ['hostname', '^[a-z0-9]+(\\.[a-z0-9]+)*$'],
  ['ipv4', '^(1?[1-9]?[0-9]\\.){3}1?[1-9]?[0-9]$'],
  ['ipv6', '^([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$'],
  ['uuid', '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$'],
  ['regex', '^[A-Za-z0-9 ]*$'],
  ['uri-template', '^[A-Za-z0-9._/:-]*$'],
  ['json-pointer', '^(/[A-Za-z0-9]+)*$'],
  ['relative-json-pointer', '^[0-9](/[A-Za-z0-9]+)*$'],
])

/** Characters that spoil a text of most formats. */
const spoiled = ['[ <>]', '%$', '\\\\', '^:|^$|^[^:]*$', '\\($', '\\{$', '~2']

/** Sets of patterns to be tried beside others where texts of some formats are wanted and of others are not. */
export function formatShapes(formats: readonly string[], notFormats: readonly string[]): string[][] {
  const wanted = formats.flatMap((format) => shapes.get(format) ?? [])
  if (notFormats.length === 0) return wanted.length === 0 ? [] : [wanted]
  return [...(wanted.length === 0 ? [] : [wanted]), ...spoiled.map((pattern) => [pattern])]
}
