import 'server-only'
import type { DesignText } from '@/app/server/composeText'
import { formText } from '@/app/server/formText'
import { textAnswer } from '@/app/server/textAnswer'
import { formatTrace } from '@/lib/lifecycle/formatTrace'
import { mermaidDiagram } from '@/lib/lifecycle/mermaidDiagram'
import type { Trace } from '@/lib/lifecycle/trace'
import { traceText } from './traceText'

const formats: Record<string, { file: string; type: string; write: (trace: Trace) => string }> = {
  text: { file: 'trace.txt', type: 'text/plain', write: (trace) => `${formatTrace(trace).join('\n')}\n` },
  json: { file: 'trace.json', type: 'application/json', write: (trace) => `${JSON.stringify(trace, null, 2)}\n` },
  mermaid: { file: 'trace.mmd', type: 'text/plain', write: mermaidDiagram },
}

const largestForm = 1_000_000

/** A trace as a file, from the form that the trace page sends: `tasks`, `fails`, `format` (text, json or mermaid). */
export async function traceAnswer(request: Request, design: DesignText): Promise<Response> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(length <= largestForm)) return textAnswer(413, 'The task is too large for a trace.\n')
  const form = await request.formData().catch(() => undefined)
  if (form === undefined) return textAnswer(400, 'The request is not one that the trace page makes.\n')
  const name = formText(form, 'format')
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined
  if (format === undefined) return textAnswer(400, 'The format is text, json or mermaid.\n')
  const traced = await traceText(design, formText(form, 'tasks'), { fails: formText(form, 'fails') !== '' })
  if (!traced.ok) return textAnswer(422, `${traced.problems.map(({ message }) => message).join('\n')}\n`)
  return new Response(format.write(traced.value.trace), {
    headers: {
      'content-type': `${format.type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${format.file}"`,
      'cache-control': 'no-store',
    },
  })
}
