import { Message } from '@/app/components/Message'
import type { Problem } from '@/lib/base/problem'
import { InlineCode } from './InlineCode'

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
