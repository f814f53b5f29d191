import ReactMarkdown from 'react-markdown'
import remarkGfm from 'remark-gfm'

/** Markdown as text: HTML in it stays text, and only web links become links. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="prose max-w-prose">
      <ReactMarkdown remarkPlugins={[remarkGfm]} disallowedElements={['img']} unwrapDisallowed>
        {text}
      </ReactMarkdown>
    </div>
  )
}
