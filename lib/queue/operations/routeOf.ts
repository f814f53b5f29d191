/** The name under which a request is counted: its HTTP method and its service, so that no client can make ever more names. */
export function routeOf(method: string, path: string): string {
  const [, service = 'other'] = /^\/(?:api\/)?(queue|auth|worker-manager|references|schemas)\b/.exec(path) ?? []
  return `${method.toLowerCase()} ${service}`
}
