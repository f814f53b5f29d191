/** A deployment that people sign in with by its third-party login (RFC 147), and this server as its registered client there. */
export interface LoginDeployment {
  rootUrl: string
  /** of this server, in the deployment's REGISTERED_CLIENTS */
  clientId: string
  /** the scopes to ask for; people get those of them that they have */
  scopes: string[]
  /** exactly as it is registered */
  redirectUri: string
}

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
