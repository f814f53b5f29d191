import { parseGoUrl } from './parseGoUrl'

/** Format `uri-reference` as gojsonschema checks it: `url.Parse` succeeds, no backslash. */
export function isGoUriReference(text: string): boolean {
  return parseGoUrl(text) !== undefined && !text.includes('\\')
}
