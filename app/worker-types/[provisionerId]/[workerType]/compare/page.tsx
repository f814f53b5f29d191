import type { Metadata } from 'next'
import { openCatalog } from '@/app/_server/catalog/openCatalog'
import { guardedPage } from '@/app/_server/guard/guardedPage'
import { compareSides, versionSide } from '@/app/_server/review/reviewSides'
import { openWorkerType, type WorkerTypeParams } from '@/app/_server/workerTypes/openWorkerType'
import { EmptyState } from '@/app/_ui/components/Message'
import { Panel } from '@/app/_ui/components/Panel'
import { workerTypeHref } from '@/app/_ui/page/addresses'
import { Breadcrumbs, PageHeader } from '@/app/_ui/page/PageHeader'
import { Comparison } from '@/app/_ui/review/Comparison'
import { CompareForm } from '@/app/_ui/workerTypes/CompareForm'

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
          <Breadcrumbs
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
