import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import { services } from '@/app/_server/services/services'

export const dynamic = 'force-dynamic'

/** What the embedded Queue has answered and refused, for Prometheus. */
export const GET = guardedRoute('GET /metrics', 'readers', answer)

async function answer(): Promise<Response> {
  const { registry } = (await services()).metrics
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } })
}
