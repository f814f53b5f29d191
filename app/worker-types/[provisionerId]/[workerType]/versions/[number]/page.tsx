import { FileArchive, FileCode, FileJson, GitCompareArrows, Undo2 } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { restoreVersion } from '@/app/_server/actions/workerTypeActions'
import { guardedPage } from '@/app/_server/guard/guardedPage'
import { currentSession } from '@/app/_server/services/session'
import { openWorkerType, type VersionParams } from '@/app/_server/workerTypes/openWorkerType'
import { Button, ButtonLink, DownloadLink } from '@/app/_ui/components/Button'
import { CodeBlock } from '@/app/_ui/components/Code'
import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { EmptyState } from '@/app/_ui/components/Message'
import { Panel } from '@/app/_ui/components/Panel'
import { TextLink } from '@/app/_ui/components/TextLink'
import { versionHref, workerTypeHref } from '@/app/_ui/page/addresses'
import { Breadcrumbs, PageHeader } from '@/app/_ui/page/PageHeader'
import { SchemaTree } from '@/app/_ui/results/SchemaTree'
import { AcknowledgedBreaks, VersionFacts } from '@/app/_ui/workerTypes/VersionFacts'
import { canonicalJson } from '@/lib/base/json'

export const metadata: Metadata = { title: 'Version' }

/** One version of a worker type: who, when, why, what the Queue said, and its files. It never changes. */
export default guardedPage('readers', VersionPage)

async function VersionPage({ params }: { params: VersionParams }) {
  const { provisionerId, workerType, number } = await params
  const [{ taskQueueId, current, versions }, session] = await Promise.all([
    openWorkerType(provisionerId, workerType),
    currentSession(),
  ])
  const version = versions.find((each) => String(each.number) === number)
  if (version === undefined) notFound()
  const here = versionHref(version)
  const inForce = version.number === current?.number
  const registered = version.state === 'acknowledged'
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            steps={[
              { href: '/', label: 'Worker types' },
              { href: workerTypeHref(taskQueueId), label: taskQueueId },
            ]}
          />
        }
        title={`Version ${version.number}`}
        actions={
          <>
            {registered && !inForce && current !== undefined && (
              <ButtonLink href={`${workerTypeHref(taskQueueId)}/compare?from=${version.number}&to=${current.number}`}>
                <GitCompareArrows aria-hidden />
                Compare with what is in force
              </ButtonLink>
            )}
            {registered && (
              <>
                <DownloadLink href={`${here}/design.yml`} download={`${workerType}-${version.number}.yml`}>
                  <FileCode aria-hidden />
                  design.yml
                </DownloadLink>
                <DownloadLink href={`${here}/schema.json`}>
                  <FileJson aria-hidden />
                  schema.json
                </DownloadLink>
                <DownloadLink href={`${here}/bundle.tar.gz`}>
                  <FileArchive aria-hidden />
                  Bundle (.tar.gz)
                </DownloadLink>
                <DownloadLink href={`${here}/bundle.zip`}>
                  <FileArchive aria-hidden />
                  Bundle (.zip)
                </DownloadLink>
              </>
            )}
            {session !== undefined && !inForce && (
              <form action={restoreVersion.bind(null, taskQueueId, version.number)}>
                <Button type="submit" variant="primary">
                  <Undo2 aria-hidden />
                  Restore in a new design
                </Button>
              </form>
            )}
          </>
        }
      >
        {inForce
          ? 'This version is in force.'
          : 'This version is not in force. To restore it, its design is reviewed and registered again, as a new version.'}
      </PageHeader>
      {registered || session !== undefined ? (
        <div className="space-y-5">
          <Panel title="Registration">
            <VersionFacts version={version} holds={inForce ? true : 'replaced'} />
          </Panel>
          <Panel title="Acknowledged breaks" note="What its author knew it would break, and why it was wanted.">
            {version.acknowledgements.length === 0 ? (
              <EmptyState title="None" />
            ) : (
              <AcknowledgedBreaks breaks={version.acknowledgements} />
            )}
          </Panel>
          <Panel title="Design">
            <CodeBlock label="Design" text={version.designYaml} />
          </Panel>
          <Panel title="Payload schema">
            <SchemaTree schema={version.payloadSchema} />
            <CollapsibleDetail label="Show it as JSON">
              <CodeBlock label="Payload schema" text={canonicalJson(version.payloadSchema)} />
            </CollapsibleDetail>
          </Panel>
        </div>
      ) : (
        <EmptyState title="This version was never in force">
          What the Queue did not take is for those who sign in: <TextLink href="/sign-in">sign in</TextLink> to see it.
        </EmptyState>
      )}
    </>
  )
}
