import Markdown from 'react-markdown'
import remarkGfm from 'remark-gfm'

/** What a reader of Markdown makes of a text: the elements in order of appearance, and the visible text. HTML is left out of both. */
export function renderMarkdown(markdown: string): { elements: string[]; text: string } {
  const elements: string[] = []
  const visit = (node: unknown): string => {
    if (typeof node === 'string') return node
    if (Array.isArray(node)) return node.map(visit).join('')
    if (typeof node !== 'object' || node === null || !('props' in node)) return ''
    if ('type' in node && typeof node.type === 'string') elements.push(node.type)
    const { props } = node
    return typeof props === 'object' && props !== null && 'children' in props ? visit(props.children) : ''
  }
  const text = visit(Markdown({ children: markdown, remarkPlugins: [remarkGfm], skipHtml: true }))
  return { elements, text }
}
