'use client'

import { useRef } from 'react'
import { Button } from '@/app/_ui/components/Button'
import type { Problem } from '@/lib/base/problem'

/** The document as text, with line numbers and a way from each error to its line. */
export function YamlEditor({
  text,
  problems,
  readOnly,
  change,
}: {
  text: string
  problems: Problem[]
  readOnly: boolean
  change: (text: string) => void
}) {
  const area = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLPreElement>(null)
  const lines = text.split('\n')
  const placed = problems.filter((problem) => problem.line !== undefined && problem.severity !== 'notice')
  const marked = new Set(placed.map(({ line }) => line))

  const goTo = (line: number, column = 1) => {
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1
    const end = start + Math.max((lines[line - 1]?.length ?? 0) - column + 1, 0)
    area.current?.focus()
    area.current?.setSelectionRange(start, end)
    const height = (area.current?.scrollHeight ?? 0) / lines.length
    area.current?.scrollTo({ top: height * (line - 4) })
  }

  return (
    <div className="space-y-3">
      {placed.length > 0 && (
        <ul className="space-y-1 text-sm">
          {placed.map(({ line = 1, column, message, path, severity }) => (
            <li key={`${line} ${path} ${message}`} className="flex items-start gap-2">
              <Button size="sm" onClick={() => goTo(line, column)}>
                Line {line}
              </Button>
              <span className={severity === 'error' ? 'text-bad' : 'text-warn'}>
                <span className="sr-only">{severity}: </span>
                {path !== '' && <code className="font-mono text-[0.86em]">{path}: </code>}
                {message}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="flex overflow-hidden rounded-md border border-line-strong bg-surface font-mono text-[0.82rem] leading-5 focus-within:outline-2 focus-within:outline-accent">
        <pre
          ref={gutter}
          aria-hidden
          className="h-0 min-h-full shrink-0 overflow-hidden border-r bg-sunken px-2 py-2 text-right text-ink-soft select-none"
        >
          {lines.map((_, index) => (marked.has(index + 1) ? `! ${index + 1}` : `${index + 1}`)).join('\n')}
        </pre>
        <textarea
          ref={area}
          aria-label="The design as YAML"
          value={text}
          readOnly={readOnly}
          spellCheck={false}
          wrap="off"
          rows={Math.min(Math.max(lines.length + 2, 16), 36)}
          className="min-w-0 flex-1 resize-none bg-transparent p-2 outline-none"
          onChange={(event) => change(event.target.value)}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop
          }}
        />
      </div>
    </div>
  )
}
