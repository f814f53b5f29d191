/**
 * The name of a client in what is shown and kept. A client of another deployment carries its host, so that it is never taken for one of this
 * server.
 */
export function signedInAs(here: { rootUrl: string }, clientId: string, rootUrl: string): string {
  return rootUrl === here.rootUrl ? clientId : `${clientId} at ${new URL(rootUrl).host}`
}
