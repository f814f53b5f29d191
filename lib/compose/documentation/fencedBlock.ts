import { withoutEnd } from '@/lib/base/withoutEnd'

/** Text as a fenced code block; the fence is longer than any run of backticks in it. */
export function fencedBlock(text: string, language: string): string {
  let longest = 2
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${withoutEnd(text, '\n')}\n${fence}`
}
