import 'server-only'
import { formText } from '@/app/_server/guard/actionArguments'
import type { DesignText } from '@/app/_server/services/composeText'
import { inThread } from '@/app/_server/services/inThread'
import { textAnswer } from '@/app/_server/services/textAnswer'
import type { TraceState } from '@/app/_ui/forms/actionStates'
import { traceView } from '@/app/_ui/tasks/traceView'
import { fail, type Result } from '@/lib/base/problem'
import { formatTrace } from '@/lib/lifecycle/formatTrace'
import { mermaidDiagram } from '@/lib/lifecycle/mermaidDiagram'
import type { Trace } from '@/lib/lifecycle/trace'
import type { TracedText } from '@/lib/thread/operations/tasks'

const largestText = 256 * 1024

/** Runs the first task of a text through a design. Problems: `task-too-large`, those of the operation `trace` and of `inThread`. */
async function traceText(
  { document, opened }: DesignText,
  text: string,
  { fails }: { fails: boolean },
): Promise<Result<TracedText>> {
  const size = Buffer.byteLength(text)
  if (size > largestText) {
    const message = `The text has ${Math.ceil(size / 1024).toLocaleString('en')} KB; a trace takes at most ${largestText / 1024} KB.`
    const help = 'Look at larger tasks with wtd trace on the command line.'
    return fail([{ code: 'task-too-large', severity: 'error', message, path: '', help }])
  }
  const done = await inThread('trace', { subject: { document }, text, fails }, { opened })
  return done.ok ? done.value : done
}

/** What a form with a task (`tasks`, `fails`) comes to on a worker type. */
export async function traceForm(design: DesignText, form: FormData): Promise<TraceState> {
  const text = formText(form, 'tasks')
  const fails = formText(form, 'fails') !== ''
  const traced = await traceText(design, text, { fails })
  if (!traced.ok) return { problems: traced.problems }
  const { name, tasks, refusals: errors, trace } = traced.value
  const refusals = errors.map(({ path, message }) => `\`payload${path}\`: ${message}`.slice(0, 500))
  return { problems: [], traced: { name, tasks, refusals, view: traceView(trace), text, fails } }
}

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
