/** Format `uuid` as gojsonschema checks it: lower-case hexadecimal digits in five groups, any version. */
export function isUuid(text: string): boolean {
  return /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/.test(text)
}
