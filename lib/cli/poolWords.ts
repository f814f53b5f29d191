import type { JsonChange } from '@/lib/base/compareJson'
import type { JsonValue } from '@/lib/base/json'
import type { DirectPool } from '@/lib/queue/registrar/declarePoolDirectly'
import { printable } from './formatProblem'

/** What came of a pool, in a sentence. */
export const poolWords: Record<DirectPool['result'], string> = {
  created: 'the worker pool was created.',
  updated: 'the worker pool was updated.',
  same: 'the worker pool is as it should be; nothing was sent.',
  planned: 'nothing was sent.',
}

/** One difference on one line. */
export function changeLine(change: JsonChange): string {
  const { path } = change
  if (change.kind === 'added') return printable(`+ ${path}: ${short(change.after)}`)
  if (change.kind === 'removed') return printable(`- ${path}: ${short(change.before)}`)
  return printable(`~ ${path}: ${short(change.before)} -> ${short(change.after)}`)
}

function short(value: JsonValue): string {
  const text = JSON.stringify(value)
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`
}
