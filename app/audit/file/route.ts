import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import { services } from '@/app/_server/services/services'
import { textAnswer } from '@/app/_server/services/textAnswer'
import { auditFilter, filterTexts } from '@/app/_ui/accounts/auditFilter'
import { auditFile } from '@/lib/registry/audit/listAudit'

const types = { csv: 'text/csv', jsonl: 'application/jsonl' }

/** The audit as a file: `?format=csv` or `jsonl`, and the filter of the page. */
export const GET = guardedRoute('GET /audit/file', 'auditors', answer, 'work')

async function answer(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  const format = query.get('format') ?? 'jsonl'
  if (format !== 'csv' && format !== 'jsonl') return textAnswer(400, 'The format is csv or jsonl.\n')
  const { store } = await services()
  const lines = auditFile(store, auditFilter(filterTexts((name) => query.getAll(name))), format)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
  const disposition = `attachment; filename="audit.${format}"`
  const headers = { 'content-type': `${types[format]}; charset=utf-8`, 'content-disposition': disposition }
  return new Response(body, { headers: { ...headers, 'cache-control': 'no-store' } })
}
