import { FileJson, ListChecks } from 'lucide-react'
import type { ReactNode } from 'react'
import { openCatalog } from '@/app/_server/catalog/openCatalog'
import { composeText } from '@/app/_server/services/composeText'
import { ButtonLink, DownloadLink } from '@/app/_ui/components/Button'
import { Markdown } from '@/app/_ui/components/Markdown'
import { EmptyState, Message } from '@/app/_ui/components/Message'
import { Panel } from '@/app/_ui/components/Panel'
import { ProblemList } from '@/app/_ui/components/Problems'
import { OutcomeTag } from '@/app/_ui/components/StatusTags'
import { FileLink, TextLink } from '@/app/_ui/components/TextLink'
import { workerTypeHref } from '@/app/_ui/page/addresses'
import { Breadcrumbs, PageHeader } from '@/app/_ui/page/PageHeader'
import { schemaSha256 } from '@/lib/queue/taskQueues/taskQueue'
import type { Version } from '@/lib/registry/versions/version'

/** How to write tasks for a worker type, for their authors: of one version, with the way to the others. */
export async function VersionDocumentation({
  taskQueueId,
  version,
  versions,
  current,
}: {
  taskQueueId: string
  version: Version | undefined
  versions: Version[]
  current: Version | undefined
}) {
  const here = workerTypeHref(taskQueueId)
  const composed = version && (await composeText({ document: version.designYaml, opened: await openCatalog() }))
  const composition = composed?.composition
  const { documentation = '', effectiveSchema } = composition ?? {}
  const moved = version !== undefined && effectiveSchema && schemaSha256(effectiveSchema) !== version.schemaSha256
  const others = versions.filter(({ number, state }) => state === 'acknowledged' && number !== version?.number)
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            steps={[
              { href: '/', label: 'Worker types' },
              { href: here, label: taskQueueId },
            ]}
          />
        }
        title="Documentation"
        actions={
          version !== undefined && (
            <>
              <DownloadLink href={`${here}/versions/${version.number}/schema.json`}>
                <FileJson aria-hidden />
                Payload schema
              </DownloadLink>
              <DownloadLink href={`${here}/versions/${version.number}/examples.json`}>
                <FileJson aria-hidden />
                Example tasks
              </DownloadLink>
              <ButtonLink href={`${here}/preview`}>
                <ListChecks aria-hidden />
                Try a task
              </ButtonLink>
            </>
          )
        }
      >
        {version !== undefined && `For the authors of tasks. Version ${version.number}.`}
      </PageHeader>
      <div className="space-y-5">
        {version !== undefined && current !== undefined && current.number !== version.number && (
          <Message kind="warning">
            This version is not in force any more.{' '}
            <TextLink href={`${here}/docs`}>Read what is: version {current.number}</TextLink>
          </Message>
        )}
        {moved === true && (
          <Message kind="notice">
            The catalog has changed since this version was registered. The Queue goes by the registered schema, which is{' '}
            <FileLink href={`${here}/versions/${version.number}/schema.json`}>here</FileLink>; this page may say more or
            less than it.
          </Message>
        )}
        <Panel>
          {composition === undefined && composed !== undefined ? (
            <ProblemList problems={composed.problems} none="" />
          ) : documentation === '' ? (
            <EmptyState title="There is no documentation: no version is in force" />
          ) : (
            <Markdown text={documentation} />
          )}
        </Panel>
        {version !== undefined && (
          <Panel title="Addresses that stay" note="For links, editors and checks of your own; anybody may read them.">
            <ul className="space-y-1 text-sm">
              <Address href={`${here}/schema.json`}>Payload schema in force, whatever its version</Address>
              <Address href={`${here}/versions/${version.number}/schema.json`}>
                Payload schema of version {version.number}, which never changes
              </Address>
              <Address href={`${here}/versions/${version.number}/docs`}>
                Documentation of version {version.number}
              </Address>
              <Address href={`${here}/examples.json`}>Example tasks</Address>
            </ul>
            {others.length > 0 && (
              <>
                <h3 className="mt-4 mb-1 font-semibold">Other versions</h3>
                <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
                  {others.map(({ number, state, outcome }) => (
                    <li key={number} className="flex items-center gap-1.5">
                      <TextLink href={`${here}/versions/${number}/docs`}>Version {number}</TextLink>
                      <OutcomeTag state={state} outcome={outcome} />
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Panel>
        )}
      </div>
    </>
  )
}

function Address({ href, children }: { href: string; children: ReactNode }) {
  return (
    <li>
      <FileLink href={href}>{children}</FileLink> <code className="font-mono text-[0.82rem] text-ink-soft">{href}</code>
    </li>
  )
}
