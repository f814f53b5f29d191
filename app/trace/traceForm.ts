import 'server-only'
import { previewTasks } from '@/lib/preview/previewTasks'
import type { ComposedText } from '../server/composeText'
import { formText } from '../server/formText'
import type { TraceState } from './traceState'
import { traceText } from './traceText'
import { traceView } from './traceView'

const mostRefusals = 5

/** What a form with a task (`tasks`, `fails`) comes to on a worker type. */
export function traceForm(composed: ComposedText, form: FormData): TraceState {
  const text = formText(form, 'tasks')
  const fails = formText(form, 'fails') !== ''
  const traced = traceText(composed, text, { fails })
  if (!traced.ok) return { problems: traced.problems }
  const { composition, task, name, tasks, trace } = traced.value
  const [verdict] = previewTasks(composition, [task])
  const refusals = (verdict?.errors ?? [])
    .slice(0, mostRefusals)
    .map(({ path, message }) => `\`payload${path}\`: ${message}`.slice(0, 500))
  return { problems: [], traced: { name, tasks, refusals, view: traceView(trace), text, fails } }
}
