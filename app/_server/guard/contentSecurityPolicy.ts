/** The Content-Security-Policy of a page: nothing from elsewhere, no inline script or style without the nonce, no eval. */
export function contentSecurityPolicy({
  nonce,
  secure,
  development,
}: {
  nonce: string
  /** whether the server is reached by TLS */
  secure: boolean
  /** the development server rebuilds the stacks of errors with eval, and puts styles in as it goes */
  development: boolean
}): string {
  const rules = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]
  return [...rules, ...(secure ? ['upgrade-insecure-requests'] : [])].join('; ')
}
