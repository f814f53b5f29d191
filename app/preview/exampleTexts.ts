import 'server-only'
import type { DesignText } from '@/app/server/composeText'
import { inThread } from '@/app/server/inThread'

/** Tasks that the worker type runs, as texts to start from; none where they could not be found in time. */
export async function exampleTexts({ document, opened }: DesignText): Promise<{ name: string; text: string }[]> {
  const found = await inThread('examples', { subject: { document } }, { opened })
  if (!found.ok) return []
  return found.value.map(([name, task]) => ({ name, text: `${JSON.stringify(task, null, 2)}\n` }))
}
