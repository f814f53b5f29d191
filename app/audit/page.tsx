import { FileDown, ListFilter } from 'lucide-react'
import type { Metadata } from 'next'
import { guardedPage } from '@/app/_server/guard/guardedPage'
import { services } from '@/app/_server/services/services'
import { Detail } from '@/app/_ui/accounts/AuditDetail'
import { auditFilter, filterQuery, filterTexts } from '@/app/_ui/accounts/auditFilter'
import { Button, ButtonLink, DownloadLink } from '@/app/_ui/components/Button'
import { EmptyState } from '@/app/_ui/components/Message'
import { Panel } from '@/app/_ui/components/Panel'
import { Table } from '@/app/_ui/components/Table'
import { When } from '@/app/_ui/components/When'
import { FormField, inputStyle } from '@/app/_ui/forms/FormField'
import { PageHeader } from '@/app/_ui/page/PageHeader'
import { listAudit } from '@/lib/registry/audit/listAudit'

export const metadata: Metadata = { title: 'Audit' }

export default guardedPage('auditors', AuditPage)

const rowsShown = 100

/** Who changed what, when, and from where. */
async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const query = await searchParams
  const texts = filterTexts((name) => query[name])
  const before = Number([query.before ?? ''].flat()[0])
  const { store } = await services()
  const page = before > 0 && Number.isSafeInteger(before) ? { before } : {}
  const rows = await listAudit(store, { ...auditFilter(texts), ...page, limit: rowsShown + 1 })
  const shown = rows.slice(0, rowsShown)
  const last = shown.at(-1)
  const filtered = filterQuery(texts) !== ''
  return (
    <>
      <PageHeader
        title="Audit"
        actions={
          <>
            <DownloadLink href={`/audit/file?${filterQuery(texts, { format: 'csv' })}`}>
              <FileDown aria-hidden />
              CSV
            </DownloadLink>
            <DownloadLink href={`/audit/file?${filterQuery(texts, { format: 'jsonl' })}`}>
              <FileDown aria-hidden />
              JSON lines
            </DownloadLink>
          </>
        }
      >
        Everything that was changed, refused or signed in, newest first. Rows are only ever added. The files have what
        the filter lets through, all of it.
      </PageHeader>
      <div className="space-y-5">
        <Panel title="Filter">
          <form method="get" action="/audit" className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-6">
            <Field name="who" label="Who" value={texts.who} />
            <Field name="action" label="Action begins with" value={texts.action} />
            <Field name="entity" label="What begins with" value={texts.entity} />
            <Field name="since" label="From day (UTC)" value={texts.since} type="date" />
            <Field name="until" label="To day (UTC)" value={texts.until} type="date" />
            <div className="flex gap-2">
              <Button type="submit" variant="primary">
                <ListFilter aria-hidden />
                Filter
              </Button>
              {filtered && <ButtonLink href="/audit">Clear</ButtonLink>}
            </div>
          </form>
        </Panel>
        <Panel>
          {shown.length === 0 ? (
            <EmptyState title="Nothing was recorded that this filter lets through" />
          ) : (
            <Table stack caption="Audit" head={['When', 'Who', 'Action', 'What', 'From', 'Details']}>
              {shown.map(({ id, at, who, action, entity, address, way, detail }) => (
                <tr key={id}>
                  <th scope="row" className="whitespace-nowrap">
                    <When at={at} />
                  </th>
                  <td>{who}</td>
                  <td className="font-mono text-[0.86em]">{action}</td>
                  <td className="font-mono text-[0.86em] break-all">{entity}</td>
                  <td>
                    {address === null ? <span className="text-ink-soft">this server</span> : `${address}, ${way ?? ''}`}
                  </td>
                  <td>
                    <Detail detail={detail} />
                  </td>
                </tr>
              ))}
            </Table>
          )}
          {rows.length > rowsShown && last !== undefined && (
            <div className="mt-3">
              <ButtonLink href={`/audit?${filterQuery(texts, { before: String(last.id) })}`}>Older</ButtonLink>
            </div>
          )}
        </Panel>
      </div>
    </>
  )
}

function Field({ name, label, value, type = 'text' }: { name: string; label: string; value: string; type?: string }) {
  return (
    <FormField id={name} label={label}>
      <input id={name} name={name} type={type} defaultValue={value} className={inputStyle} spellCheck={false} />
    </FormField>
  )
}
