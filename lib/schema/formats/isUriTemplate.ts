import { isGoUriReference } from './isGoUriReference'

/** Format `uri-template`: a URI reference whose braces come in pairs, none inside another. */
export function isUriTemplate(text: string): boolean {
  return isGoUriReference(text) && /^(?:[^{}]|\{[^{}]*\})*$/.test(text)
}
