import { Code } from '@/app/components/Code'

/** A text in which `backticks` mark what stands in documents; nothing else of Markdown is read. */
export function InlineCode({ text }: { text: string }) {
  return text.split(/(`[^`]+`)/).map((part, index) =>
    part.length > 2 && part.startsWith('`') && part.endsWith('`') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <Code key={index}>{part.slice(1, -1)}</Code>
    ) : (
      part
    ),
  )
}
