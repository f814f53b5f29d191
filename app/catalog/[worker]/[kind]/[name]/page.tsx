import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { Code } from '../../../../components/Code'
import { Markdown } from '../../../../components/Markdown'
import { PageHeader } from '../../../../components/PageHeader'
import { Panel } from '../../../../components/Panel'
import { Trail } from '../../../../components/Trail'
import { ProblemList } from '../../../../results/ProblemList'
import { SchemaTree } from '../../../../results/SchemaTree'
import { EngineFeatures } from '../../../EngineFeatures'
import { findEntry } from '../../../findEntry'
import { TaskFeatures } from '../../../TaskFeatures'

interface Props {
  params: Promise<{ worker: string; kind: string; name: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: findEntry(loadCatalog(), await params)?.title ?? 'Catalog' }
}

/** One entry of the catalog: what it is, what it can do, how it is configured, what to know of it. */
export default async function EntryPage({ params }: Props) {
  const { worker } = await params
  const catalog = loadCatalog()
  const entry = findEntry(catalog, await params)
  const known = catalog.workers[worker]
  if (entry === undefined || known === undefined) notFound()
  const notices = (entry.notices ?? []).map((notice) => ({
    code: notice.id,
    severity: notice.severity,
    message: notice.message,
    path: notice.at ?? '',
    ...(notice.help === undefined ? {} : { help: notice.help }),
  }))
  return (
    <>
      <PageHeader trail={<Trail steps={[{ href: '/catalog', label: 'Catalog' }]} />} title={entry.title}>
        {entry.kind} <Code>{entry.name}</Code> of {entry.worker}, entry version {entry.version}
        {entry.workerVersions !== undefined && `, true for ${entry.workerVersions}`}
      </PageHeader>
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
        <div className="space-y-5">
          <Panel title="What it is">
            <Markdown text={entry.description} />
            {entry.documentation !== undefined && (
              <div className="mt-4">
                <h3 className="mb-1 font-medium">For the authors of tasks</h3>
                <Markdown text={entry.documentation} />
              </div>
            )}
          </Panel>
          {entry.kind === 'engine' && <EngineFeatures entry={entry} names={known.worker.engineFeatures} />}
          {(entry.taskFeatures ?? []).length > 0 && <TaskFeatures features={entry.taskFeatures ?? []} />}
        </div>
        <div className="space-y-5">
          {notices.length > 0 && (
            <Panel title="What to know">
              <ProblemList problems={notices} none="" />
            </Panel>
          )}
          <Panel title="Configuration">
            <SchemaTree schema={entry.configSchema} empty="There is nothing to configure." />
          </Panel>
        </div>
      </div>
    </>
  )
}
