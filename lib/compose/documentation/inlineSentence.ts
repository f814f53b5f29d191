import { embedMarkdown } from './embedMarkdown'

/** A short text of a catalog entry as one sentence on one line: what is no sentence yet gets a full stop. */
export function inlineSentence(text: string): string {
  const inline = embedMarkdown(text, 6).replace(/\s+/g, ' ')
  return /[.!?]$/.test(inline) ? inline : `${inline}.`
}
