import type { ReactNode } from 'react'
import { Code, CodeBlock, InlineCode } from '@/app/_ui/components/Code'
import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { OutcomeTag } from '@/app/_ui/components/StatusTags'
import { effectLooks, Tag } from '@/app/_ui/components/Tag'
import { When } from '@/app/_ui/components/When'
import { Witness } from '@/app/_ui/review/Witness'
import { outcomeWords } from '@/lib/registrar/deployment/declaration'
import type { Acknowledgement } from '@/lib/registry/store/storedValues'
import type { Version } from '@/lib/registry/versions/version'
import { effectWords } from '@/lib/review/answerOf'

/**
 * What is known of a registered version; `holds` while its Queue still has it, as far as anybody knows, `replaced` once another version is in
 * force.
 */
export function VersionFacts({ version, holds }: { version: Version; holds: boolean | 'replaced' }) {
  const { outcome, queueAnswer } = version
  return (
    <div className="space-y-3 text-sm">
      <div className="flex flex-wrap items-center gap-2">
        <OutcomeTag state={version.state} outcome={outcome} />
        {outcome !== null && (
          <span>
            {holds === true
              ? `${outcomeWords[outcome].meaning} ${outcomeWords[outcome].advice}`
              : holds === 'replaced'
                ? 'That is what the registration came to. Another version has taken its place.'
                : 'That is what the registration came to. It is not so any more: see what the Queue reports.'}
          </span>
        )}
      </div>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
        <Fact name="Version">{version.number}</Fact>
        <Fact name="Registered">
          <When at={version.createdAt} /> by {version.author}
        </Fact>
        <Fact name="Asked for until">
          <When at={version.expires} />
        </Fact>
        <Fact name="Deployment">
          <Code>{version.rootUrl}</Code>
        </Fact>
        <Fact name="Payload schema">
          SHA-256 <Code>{version.schemaSha256}</Code>
        </Fact>
        {version.message !== '' && <Fact name="Message">{version.message}</Fact>}
      </dl>
      {queueAnswer !== null && (
        <CollapsibleDetail label="What the Queue answered">
          <CodeBlock label="Answer of the Queue" text={JSON.stringify(queueAnswer, null, 2)} />
        </CollapsibleDetail>
      )}
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

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
            <CollapsibleDetail label="A payload that worked before">
              <Witness name="broken" payload={witness} />
            </CollapsibleDetail>
          )}
        </li>
      ))}
    </ul>
  )
}
