import type { ComponentProps } from 'react'
import ReactMarkdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { ScrollBox } from './Table'

const components: ComponentProps<typeof ReactMarkdown>['components'] = {
  // the page has a heading of its own
  h1: ({ children }) => <h2>{children}</h2>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  pre: ({ children }) => (
    <ScrollBox label="Example" className="max-h-96">
      <pre>{children}</pre>
    </ScrollBox>
  ),
  table: ({ children }) => (
    <ScrollBox label="Table">
      <table>{children}</table>
    </ScrollBox>
  ),
}

/** Markdown without HTML: that is left out. Only web links become links, and nothing is loaded from elsewhere. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="prose max-w-prose">
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        skipHtml
        disallowedElements={['img']}
        unwrapDisallowed
        components={components}
      >
        {text}
      </ReactMarkdown>
    </div>
  )
}
