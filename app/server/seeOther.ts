/** Sends a browser on to another address, and is not kept by anybody in between. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
