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
