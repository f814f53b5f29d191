import type { Metadata } from 'next'
import { guardedPage } from '@/app/_server/guard/guardedPage'
import { services } from '@/app/_server/services/services'
import { EmptyState } from '@/app/_ui/components/Message'
import { Panel } from '@/app/_ui/components/Panel'
import { TextLink } from '@/app/_ui/components/TextLink'
import { workerTypeHref } from '@/app/_ui/page/addresses'
import { PageHeader } from '@/app/_ui/page/PageHeader'
import { listDrafts } from '@/lib/registry/drafts'
import { listRegisteredWorkerTypes } from '@/lib/registry/versions/versions'

export const metadata: Metadata = { title: 'Task preview' }

/** Which worker type tasks are to be held against. */
export default guardedPage('readers', PreviewPage)

async function PreviewPage() {
  const { store } = await services()
  const [workerTypes, drafts] = await Promise.all([listRegisteredWorkerTypes(store), listDrafts(store)])
  return (
    <>
      <PageHeader title="Task preview">
        Paste tasks and see what would become of each: whether the Queue takes it, and whether a worker runs it. Choose
        what to hold them against.
      </PageHeader>
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
        <Panel title="Registered worker types">
          <Links
            none="No worker type is registered yet"
            links={workerTypes.map(({ taskQueueId, number }) => ({
              href: `${workerTypeHref(taskQueueId)}/preview`,
              label: taskQueueId,
              remark: `version ${number}`,
            }))}
          />
        </Panel>
        <Panel title="Designs">
          <Links
            none="No design is being worked on"
            links={drafts.map(({ id, title, revision }) => ({
              href: `/designs/${id}/preview`,
              label: title,
              remark: `revision ${revision}`,
            }))}
          />
        </Panel>
      </div>
    </>
  )
}

function Links({ links, none }: { links: { href: string; label: string; remark: string }[]; none: string }) {
  if (links.length === 0) return <EmptyState title={none} />
  return (
    <ul className="space-y-1.5 text-sm">
      {links.map(({ href, label, remark }) => (
        <li key={href}>
          <TextLink href={href} className="font-mono">
            {label}
          </TextLink>{' '}
          <span className="text-ink-soft">{remark}</span>
        </li>
      ))}
    </ul>
  )
}
