import type { LoginDeployment } from './loginDeployment'

/**
 * Where a browser goes to sign in. The scopes are one parameter, with spaces in between: repeated, or without any, the deployment refuses.
 * How long the credentials shall last is not said, so it is what the deployment allows.
 */
export function authorizeUrl({ rootUrl, clientId, scopes, redirectUri }: LoginDeployment, state: string): string {
  const url = new URL(`${rootUrl}/login/oauth/authorize`)
  const query = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state,
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.href
}
