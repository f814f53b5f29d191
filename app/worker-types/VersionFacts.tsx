import type { ReactNode } from 'react'
import { Code } from '@/app/components/Code'
import { CodeBlock } from '@/app/components/CodeBlock'
import { FoldLink } from '@/app/components/FoldLink'
import { When } from '@/app/components/When'
import { outcomeWords } from '@/lib/queue/registrar/outcomeWords'
import type { Version } from '@/lib/registry/version'
import { OutcomeTag } from './OutcomeTag'

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
        <FoldLink label="What the Queue answered">
          <CodeBlock label="Answer of the Queue" text={JSON.stringify(queueAnswer, null, 2)} />
        </FoldLink>
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
