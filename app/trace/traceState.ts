import type { Problem } from '@/lib/base/problem'
import type { TraceView } from './traceView'

/** What a form that traces a task has come to. */
export interface TraceState {
  problems: Problem[]
  traced?: {
    /** the name of the task */
    name: string
    /** how many tasks the text has; the first is traced */
    tasks: number
    /** why the Queue would refuse the task, so that no worker ever saw it; empty where it would take it */
    refusals: string[]
    view: TraceView
    /** what was traced, for files of it */
    text: string
    fails: boolean
  }
}
