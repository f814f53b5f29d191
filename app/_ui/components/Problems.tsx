import type { Problem } from '@/lib/base/problem'
import { Code, InlineCode } from './Code'
import { EmptyState, Message } from './Message'
import { severityLooks, Tag } from './Tag'

/** Problems that answer what somebody just did, heard as they appear. */
export function Problems({ problems }: { problems: Problem[] }) {
  return (
    <div role="alert" className="space-y-2 empty:hidden">
      {problems.map(({ code, severity, message, help, path, line, file }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be the same in every word
        <Message key={`${code} ${index}`} kind={severity}>
          {file !== undefined && `${file}: `}
          {line !== undefined && `line ${line}: `}
          {path !== '' && <code className="font-mono text-[0.9em]">{path}: </code>}
          <InlineCode text={[message, help].filter(Boolean).join(' ')} />
        </Message>
      ))}
    </div>
  )
}

/** Problems with their weight, place and way out, as they come. */
export function ProblemList({ problems, none }: { problems: Problem[]; none: string }) {
  if (problems.length === 0) return <EmptyState title={none} />
  return (
    <ul className="divide-y">
      {problems.map((problem, index) => {
        const { icon, word, tone } = severityLooks[problem.severity]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be the same in every word
          <li key={index} className="flex flex-wrap gap-x-3 gap-y-1 py-2.5 first:pt-0 last:pb-0 sm:flex-nowrap">
            <div className="w-24 shrink-0">
              <Tag tone={tone} icon={icon}>
                {word}
              </Tag>
            </div>
            <div className="min-w-0 text-sm">
              <p>
                <InlineCode text={problem.message} />
              </p>
              {problem.help !== undefined && (
                <p className="text-ink-soft">
                  <InlineCode text={problem.help} />
                </p>
              )}
              <Place problem={problem} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function Place({ problem: { path, line, component, file } }: { problem: Problem }) {
  if (path === '' && line === undefined && component === undefined && file === undefined) return null
  return (
    <p className="mt-0.5 flex flex-wrap items-baseline gap-x-2 text-[0.82rem] text-ink-soft">
      {file !== undefined && <span>{file}</span>}
      {path !== '' && <Code>{path}</Code>}
      {line !== undefined && <span>line {line}</span>}
      {component !== undefined && <span>{component}</span>}
    </p>
  )
}

/** `1 error`, `2 errors`; the plural where it is not formed with an s. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
