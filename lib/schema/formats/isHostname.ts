const label = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]{0,61}[a-zA-Z0-9])'
const hostname = new RegExp(`^${label}(?:\\.${label})*$`)

/** Format `hostname` as gojsonschema checks it: ASCII labels of 1 to 63 characters, fewer than 256 in all. */
export function isHostname(text: string): boolean {
  return text.length < 256 && hostname.test(text)
}
