import 'server-only'
import type { DesignText } from '@/app/server/composeText'
import { inThread } from '@/app/server/inThread'
import { fail, type Result } from '@/lib/base/problem'
import type { TracedText } from '@/lib/thread/operations/trace'

const largestText = 256 * 1024

/** Runs the first task of a text through a design. Problems: `task-too-large`, those of the operation `trace` and of `inThread`. */
export async function traceText(
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
