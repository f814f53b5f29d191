import { isGoUri } from './isGoUri'

/** Format `uri` as gojsonschema checks it in the script engine's properties: as `isGoUri`, without backslashes. */
export function isDraft4Uri(text: string): boolean {
  return isGoUri(text) && !text.includes('\\')
}
