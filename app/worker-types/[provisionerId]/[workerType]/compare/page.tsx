import type { Metadata } from 'next'
import { EmptyState } from '@/app/components/EmptyState'
import { PageHeader } from '@/app/components/PageHeader'
import { Panel } from '@/app/components/Panel'
import { Trail } from '@/app/components/Trail'
import { guardedPage } from '@/app/guard/guardedPage'
import { Comparison } from '@/app/review/Comparison'
import { versionSide } from '@/app/review/versionSide'
import { compareSides } from '@/app/server/compareSides'
import { openCatalog } from '@/app/server/openCatalog'
import { CompareForm } from '@/app/worker-types/CompareForm'
import { openWorkerType } from '@/app/worker-types/openWorkerType'
import { workerTypeHref } from '@/app/worker-types/workerTypeHref'
import type { WorkerTypeParams } from '@/app/worker-types/workerTypeParams'

export const metadata: Metadata = { title: 'Compare versions' }

interface Props {
  params: WorkerTypeParams
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Any two versions of a worker type compared. Whoever may read may see it. */
export default guardedPage('readers', ComparePage)

async function ComparePage({ params, searchParams }: Props) {
  const { provisionerId, workerType } = await params
  const [{ taskQueueId, versions }, asked, opened] = await Promise.all([
    openWorkerType(provisionerId, workerType),
    searchParams,
    openCatalog(),
  ])
  const registered = versions.filter(({ state }) => state === 'acknowledged')
  const named = (value: string | string[] | undefined) => registered.find(({ number }) => String(number) === value)
  const [from, to] = [named(asked.from), named(asked.to)]
  const [old, next] = await Promise.all([from, to].map((version) => version && versionSide(version, opened)))
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
        title="Compare versions"
      />
      <div className="space-y-5">
        <Panel>
          <CompareForm
            key={`${from?.number} ${to?.number}`}
            versions={registered}
            from={from?.number}
            to={to?.number}
          />
        </Panel>
        {old === undefined || next === undefined ? (
          <EmptyState title="Choose two versions">Each that the Queue took can be compared with each other.</EmptyState>
        ) : (
          <Comparison
            old={old}
            next={next}
            comparison={await compareSides(old, next)}
            compared={`If ${next.label} came after ${old.label}.`}
            previewHref={`${workerTypeHref(taskQueueId)}/preview`}
          />
        )}
      </div>
    </>
  )
}
