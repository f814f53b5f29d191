import { BookOpen, FileArchive, FileJson, ListChecks, PencilRuler, Route } from 'lucide-react'
import type { Metadata } from 'next'
import { startFromVersion } from '@/app/_server/actions/workerTypeActions'
import { may } from '@/app/_server/guard/demand'
import { guardedMetadata, guardedPage } from '@/app/_server/guard/guardedPage'
import { openWorkerType, type WorkerTypeParams } from '@/app/_server/workerTypes/openWorkerType'
import { readQueueStatuses } from '@/app/_server/workerTypes/readQueueStatuses'
import { Button, ButtonLink, DownloadLink } from '@/app/_ui/components/Button'
import { CodeBlock } from '@/app/_ui/components/Code'
import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { EmptyState } from '@/app/_ui/components/Message'
import { Panel } from '@/app/_ui/components/Panel'
import { TextLink } from '@/app/_ui/components/TextLink'
import { versionHref, workerTypeHref } from '@/app/_ui/page/addresses'
import { Breadcrumbs, PageHeader } from '@/app/_ui/page/PageHeader'
import { PermissionNote } from '@/app/_ui/page/PermissionNote'
import { SchemaTree } from '@/app/_ui/results/SchemaTree'
import { CompareForm } from '@/app/_ui/workerTypes/CompareForm'
import { History } from '@/app/_ui/workerTypes/History'
import { QueueStatusPanel } from '@/app/_ui/workerTypes/QueueStatusPanel'
import { VersionFacts } from '@/app/_ui/workerTypes/VersionFacts'
import { designScope } from '@/lib/auth/permissions'
import { canonicalJson } from '@/lib/base/json'

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
  const [status] = current === undefined ? [] : await readQueueStatuses([current])
  const holds = !['changed', 'missing', 'expired'].includes(status?.state ?? '')
  const registered = versions.filter(({ state }) => state === 'acknowledged')
  const here = workerTypeHref(taskQueueId)
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs steps={[{ href: '/', label: 'Worker types' }]} />}
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
      {current !== undefined && (
        <PermissionNote to="change it in a new design" permission={permission} className="-mt-2 mb-4" />
      )}
      <div className="space-y-5">
        {current !== undefined && status !== undefined && (
          <Panel title="The Queue" note="Whether the Queue still has what was registered here.">
            <QueueStatusPanel version={current} status={status} />
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
            <CollapsibleDetail label="Show it as JSON">
              <CodeBlock label="Payload schema" text={canonicalJson(current.payloadSchema)} />
            </CollapsibleDetail>
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
