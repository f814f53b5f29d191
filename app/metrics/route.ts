import { services } from '../server/services'

export const dynamic = 'force-dynamic'

/** What the embedded Queue has answered and refused, for Prometheus. */
export async function GET(): Promise<Response> {
  const { registry } = (await services()).metrics
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } })
}
