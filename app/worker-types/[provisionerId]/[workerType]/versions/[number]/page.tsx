import { FileArchive, FileCode, FileJson, GitCompareArrows, Undo2 } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button } from '@/app/components/Button'
import { ButtonLink } from '@/app/components/ButtonLink'
import { CodeBlock } from '@/app/components/CodeBlock'
import { DownloadLink } from '@/app/components/DownloadLink'
import { EmptyState } from '@/app/components/EmptyState'
import { FoldLink } from '@/app/components/FoldLink'
import { PageHeader } from '@/app/components/PageHeader'
import { Panel } from '@/app/components/Panel'
import { TextLink } from '@/app/components/TextLink'
import { Trail } from '@/app/components/Trail'
import { guardedPage } from '@/app/guard/guardedPage'
import { SchemaTree } from '@/app/results/SchemaTree'
import { currentSession } from '@/app/server/currentSession'
import { AcknowledgedBreaks } from '@/app/worker-types/AcknowledgedBreaks'
import { openWorkerType } from '@/app/worker-types/openWorkerType'
import type { VersionParams } from '@/app/worker-types/readPublicVersion'
import { restoreVersion } from '@/app/worker-types/startFromVersion'
import { VersionFacts } from '@/app/worker-types/VersionFacts'
import { versionHref } from '@/app/worker-types/versionHref'
import { workerTypeHref } from '@/app/worker-types/workerTypeHref'
import { canonicalJson } from '@/lib/base/canonicalJson'

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
          <Trail
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
            <FoldLink label="Show it as JSON">
              <CodeBlock label="Payload schema" text={canonicalJson(version.payloadSchema)} />
            </FoldLink>
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
