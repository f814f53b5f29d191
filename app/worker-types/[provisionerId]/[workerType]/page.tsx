import { BookOpen, FileArchive, FileJson, ListChecks, PencilRuler, Route } from 'lucide-react'
import type { Metadata } from 'next'
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
import { may } from '@/app/guard/demand'
import { guardedMetadata, guardedPage } from '@/app/guard/guardedPage'
import { Need } from '@/app/guard/Need'
import { SchemaTree } from '@/app/results/SchemaTree'
import { CompareForm } from '@/app/worker-types/CompareForm'
import { History } from '@/app/worker-types/History'
import { openWorkerType } from '@/app/worker-types/openWorkerType'
import { QueueStanding } from '@/app/worker-types/QueueStanding'
import { readStandings } from '@/app/worker-types/readStandings'
import { startFromVersion } from '@/app/worker-types/startFromVersion'
import { VersionFacts } from '@/app/worker-types/VersionFacts'
import { versionHref } from '@/app/worker-types/versionHref'
import { workerTypeHref } from '@/app/worker-types/workerTypeHref'
import type { WorkerTypeParams } from '@/app/worker-types/workerTypeParams'
import { designScope } from '@/lib/auth/permissions'
import { canonicalJson } from '@/lib/base/canonicalJson'

export const generateMetadata = guardedMetadata('readers', pageMetadata)

async function pageMetadata({ params }: { params: WorkerTypeParams }): Promise<Metadata> {
  const { provisionerId, workerType } = await params
  return { title: `${provisionerId}/${workerType}` }
}

/** A registered worker type: what is in force, and what was. Anybody may read it. */
export default guardedPage('readers', WorkerTypePage)

async function WorkerTypePage({ params }: { params: WorkerTypeParams }) {
  const { provisionerId, workerType } = await params
  const { taskQueueId, current, versions } = await openWorkerType(provisionerId, workerType)
  const permission = await may(designScope(taskQueueId))
  const [standing] = current === undefined ? [] : await readStandings([current])
  const holds = !['changed', 'missing', 'expired'].includes(standing?.state ?? '')
  const registered = versions.filter(({ state }) => state === 'acknowledged')
  const here = workerTypeHref(taskQueueId)
  return (
    <>
      <PageHeader
        trail={<Trail steps={[{ href: '/', label: 'Worker types' }]} />}
        title={<span className="font-mono text-xl">{taskQueueId}</span>}
        actions={
          current !== undefined && (
            <>
              <ButtonLink href={`${here}/preview`}>
                <ListChecks aria-hidden />
                Preview tasks
              </ButtonLink>
              <ButtonLink href={`${here}/trace`}>
                <Route aria-hidden />
                Trace a task
              </ButtonLink>
              <ButtonLink href={`${here}/docs`}>
                <BookOpen aria-hidden />
                Documentation
              </ButtonLink>
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
              {permission.signedIn && (
                <form action={startFromVersion.bind(null, taskQueueId, current.number)}>
                  <Button type="submit" variant="primary" disabled={!permission.allowed}>
                    <PencilRuler aria-hidden />
                    Change in a new design
                  </Button>
                </form>
              )}
            </>
          )
        }
      >
        {current?.description}
      </PageHeader>
      {current !== undefined && <Need to="change it in a new design" permission={permission} className="-mt-2 mb-4" />}
      <div className="space-y-5">
        {current !== undefined && standing !== undefined && (
          <Panel title="The Queue" note="Whether the Queue still has what was registered here.">
            <QueueStanding version={current} standing={standing} />
          </Panel>
        )}
        <Panel
          title="Registered version"
          note={
            current !== undefined && current.acknowledgements.length > 0 ? (
              <TextLink href={versionHref(current)}>What it breaks, as acknowledged</TextLink>
            ) : undefined
          }
        >
          {current === undefined ? (
            <EmptyState title="No version is in force">
              No registration has succeeded so far; see the history.
            </EmptyState>
          ) : (
            <VersionFacts version={current} holds={holds} />
          )}
        </Panel>
        {current !== undefined && (
          <Panel title="Payload schema" note="What the payload of a task has to satisfy.">
            <SchemaTree schema={current.payloadSchema} />
            <FoldLink label="Show it as JSON">
              <CodeBlock label="Payload schema" text={canonicalJson(current.payloadSchema)} />
            </FoldLink>
          </Panel>
        )}
        <Panel title="History">
          <div className="space-y-4">
            {registered.length > 1 && <CompareForm versions={registered} />}
            <History versions={versions} />
          </div>
        </Panel>
      </div>
    </>
  )
}
