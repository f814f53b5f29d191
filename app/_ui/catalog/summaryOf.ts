/** The first sentence of a description in Markdown, as plain text. */
export function summaryOf(description: string): string {
  const [paragraph = ''] = description.trim().split(/\n\s*\n/)
  const plain = paragraph
    .replace(/\s+/g, ' ')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/`([^`]*)`/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
  return /^.*?[.!?](?=\s|$)/.exec(plain)?.[0] ?? plain
}
