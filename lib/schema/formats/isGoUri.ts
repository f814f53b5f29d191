import { parseGoUrl } from './parseGoUrl'

/** Format `uri` as go-schematypes checks it: `url.Parse` succeeds and finds a scheme. */
export function isGoUri(text: string): boolean {
  const url = parseGoUrl(text)
  return url !== undefined && url.scheme !== ''
}
