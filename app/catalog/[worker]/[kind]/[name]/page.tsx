import { FilePen } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { findEntry, openCatalog, usedEntriesReader, versionsOf } from '@/app/_server/catalog/openCatalog'
import { testReport } from '@/app/_server/catalog/testReport'
import { may } from '@/app/_server/guard/demand'
import { guardedMetadata, guardedPage } from '@/app/_server/guard/guardedPage'
import { services } from '@/app/_server/services/services'
import { EngineFeatures, TaskFeatures } from '@/app/_ui/catalog/EntryFeatures'
import { KitReportView } from '@/app/_ui/catalog/KitReportView'
import { VersionTable } from '@/app/_ui/catalog/VersionTable'
import { ButtonLink } from '@/app/_ui/components/Button'
import { Code, CodeBlock } from '@/app/_ui/components/Code'
import { CollapsibleDetail } from '@/app/_ui/components/Collapsible'
import { Markdown } from '@/app/_ui/components/Markdown'
import { Message } from '@/app/_ui/components/Message'
import { Panel } from '@/app/_ui/components/Panel'
import { ProblemList } from '@/app/_ui/components/Problems'
import { Breadcrumbs, PageHeader } from '@/app/_ui/page/PageHeader'
import { PermissionNote } from '@/app/_ui/page/PermissionNote'
import { SchemaTree } from '@/app/_ui/results/SchemaTree'
import { catalogScope } from '@/lib/auth/permissions'
import { entryLabel } from '@/lib/registry/entries/entries'
import { type EntryUse, entryUses } from '@/lib/registry/entries/entryUses'

interface Props {
  params: Promise<{ worker: string; kind: string; name: string }>
  searchParams: Promise<{ version?: string | string[] }>
}

async function openEntry({ params, searchParams }: Props) {
  const [place, { version }, opened] = await Promise.all([params, searchParams, openCatalog()])
  const versions = versionsOf(opened, place)
  const pinned = versions.find((each) => each.version === version) ?? versions[0]
  const pins = pinned === undefined ? {} : { [entryLabel(pinned)]: pinned.version }
  const catalog = opened.catalogFor(pins)
  const found = findEntry(catalog, place)
  const entry = pinned === undefined || found?.version === pinned.version ? found : undefined
  return { place, versions, pinned, pins, opened, catalog, entry }
}

export const generateMetadata = guardedMetadata('readers', pageMetadata)

async function pageMetadata(props: Props): Promise<Metadata> {
  const { entry, pinned } = await openEntry(props)
  return { title: entry?.title ?? pinned?.name ?? 'Catalog' }
}

/** One entry of the catalog: what it is, what it can do, how it is configured, what to know of it; of a custom one also its versions and its test. */
export default guardedPage('readers', EntryPage)

async function EntryPage(props: Props) {
  const [{ place, versions, pinned, pins, opened, catalog, entry }, { store }] = await Promise.all([
    openEntry(props),
    services(),
  ])
  const permission = await may(catalogScope(place))
  const known = catalog.workers[place.worker]
  if (known === undefined || (entry === undefined && pinned === undefined)) notFound()
  const elsewhere = versions.flatMap(({ file, version }) => (file === undefined ? [] : [version]))
  const read = usedEntriesReader()
  const used: { version: (typeof versions)[number]; uses: EntryUse[] }[] = []
  // one after another, since they read the same designs
  for (const version of versions)
    used.push({ version, uses: await entryUses(store.database, version, { read, elsewhere }) })
  const notices = (entry?.notices ?? []).map((notice) => ({
    code: notice.id,
    severity: notice.severity,
    message: notice.message,
    path: notice.at ?? '',
    ...(notice.help === undefined ? {} : { help: notice.help }),
  }))
  const text = pinned?.stored?.text
  const tested = pinned?.entry && (await testReport(pinned.entry, text ?? '', opened, pins))
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs steps={[{ href: '/catalog', label: 'Catalog' }]} />}
        title={entry?.title ?? place.name}
        actions={
          text !== undefined && (
            <ButtonLink href={`/catalog/new?from=${encodeURIComponent(`${place.worker}/${place.kind}/${place.name}`)}`}>
              <FilePen aria-hidden />
              New version
            </ButtonLink>
          )
        }
      >
        {place.kind} <Code>{place.name}</Code> of {place.worker}, {pinned !== undefined && 'custom, '}entry version{' '}
        {entry?.version ?? pinned?.version}
        {entry?.workerVersions !== undefined && `, true for ${entry.workerVersions}`}
      </PageHeader>
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
        {pinned !== undefined && (
          <Panel title="Versions" note="They never change, and designs keep to theirs." className="lg:col-span-2">
            <VersionTable versions={used} shown={pinned.version} mayDelete={permission.allowed} />
            <PermissionNote to="add or delete versions" permission={permission} className="mt-3" />
          </Panel>
        )}
        {entry === undefined && (
          <Panel title="Not usable" className="lg:col-span-2">
            <div className="space-y-3">
              <Message kind="error">This version is in the store, and this server cannot use it.</Message>
              <ProblemList problems={pinned?.problems ?? []} none="" />
            </div>
          </Panel>
        )}
        <div className="space-y-5">
          {entry !== undefined && (
            <Panel title="What it is">
              <Markdown text={entry.description} />
              {entry.documentation !== undefined && (
                <div className="mt-4">
                  <h3 className="mb-1 font-medium">For the authors of tasks</h3>
                  <Markdown text={entry.documentation} />
                </div>
              )}
            </Panel>
          )}
          {entry?.kind === 'engine' && <EngineFeatures entry={entry} names={known.worker.engineFeatures} />}
          {(entry?.taskFeatures ?? []).length > 0 && <TaskFeatures features={entry?.taskFeatures ?? []} />}
        </div>
        <div className="space-y-5">
          {notices.length > 0 && (
            <Panel title="What to know">
              <ProblemList problems={notices} none="" />
            </Panel>
          )}
          {entry !== undefined && (
            <Panel title="Configuration">
              <SchemaTree schema={entry.configSchema} empty="There is nothing to configure." />
            </Panel>
          )}
          {pinned !== undefined && tested !== undefined && (
            <Panel title="Test report" note={testedWith(pinned.kind)}>
              {tested.ok ? (
                <KitReportView summary={tested.value} />
              ) : (
                <ProblemList problems={tested.problems} none="" />
              )}
            </Panel>
          )}
          {text !== undefined && (
            <Panel title="Its text">
              <CollapsibleDetail label="Show it as it was added">
                <CodeBlock label="Text of the entry" text={text} />
              </CollapsibleDetail>
            </Panel>
          )}
        </div>
      </div>
    </>
  )
}

function testedWith(kind: 'engine' | 'plugin'): string {
  return kind === 'plugin' ? 'With made-up engines instead of real ones.' : 'With made-up plugins instead of real ones.'
}
