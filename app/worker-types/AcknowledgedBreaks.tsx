import { Code } from '@/app/components/Code'
import { FoldLink } from '@/app/components/FoldLink'
import { Tag } from '@/app/components/Tag'
import { InlineCode } from '@/app/results/InlineCode'
import { effectLooks } from '@/app/review/effectLooks'
import { Witness } from '@/app/review/Witness'
import type { Acknowledgement } from '@/lib/registry/acknowledgement'
import { effectWords } from '@/lib/review/effectWords'

/** What the author of a version knew it would break, and why it was wanted. */
export function AcknowledgedBreaks({ breaks }: { breaks: Acknowledgement[] }) {
  return (
    <ul className="divide-y rounded-md border">
      {breaks.map(({ id, effect, path, sentence, component, witness, reason }) => (
        <li key={id} className="space-y-1.5 px-3 py-2 text-sm">
          <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
            <Tag tone={effectLooks[effect].tone} icon={effectLooks[effect].icon}>
              {effectWords[effect].word}
            </Tag>
            <Code>{path === '' ? '(whole payload)' : path}</Code>
            <span className="min-w-0">
              <InlineCode text={sentence} />
            </span>
            {component !== undefined && <span className="text-ink-soft">{component}</span>}
          </div>
          <p>
            <span className="text-ink-soft">Reason:</span> {reason}
          </p>
          {witness !== undefined && (
            <FoldLink label="A payload that worked before">
              <Witness name="broken" payload={witness} />
            </FoldLink>
          )}
        </li>
      ))}
    </ul>
  )
}
