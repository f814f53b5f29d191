import 'server-only'
import type { DesignText } from '@/app/server/composeText'
import { formText } from '@/app/server/formText'
import type { TraceState } from './traceState'
import { traceText } from './traceText'
import { traceView } from './traceView'

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
