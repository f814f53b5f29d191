import { FilePlus } from 'lucide-react'
import type { Metadata } from 'next'
import { openCatalog } from '@/app/_server/catalog/openCatalog'
import { guardedPage } from '@/app/_server/guard/guardedPage'
import { CustomEntries } from '@/app/_ui/catalog/CustomEntries'
import { summaryOf } from '@/app/_ui/catalog/summaryOf'
import { ButtonLink } from '@/app/_ui/components/Button'
import { Panel } from '@/app/_ui/components/Panel'
import { Table } from '@/app/_ui/components/Table'
import { TextLink } from '@/app/_ui/components/TextLink'
import { PageHeader } from '@/app/_ui/page/PageHeader'

export const metadata: Metadata = { title: 'Catalog' }

/** Everything that designs are made of. */
export default guardedPage('readers', CatalogPage)

async function CatalogPage() {
  const opened = await openCatalog()
  return (
    <>
      <PageHeader
        title="Catalog"
        actions={
          <ButtonLink href="/catalog/new" variant="primary">
            <FilePlus aria-hidden />
            New entry
          </ButtonLink>
        }
      >
        What is known of each worker program: its engines, its plugins, and what they can do with each other.
      </PageHeader>
      <div className="space-y-5">
        <Panel title="Entries of your own" note="Plugins and engines that did not come with the product.">
          <CustomEntries opened={opened} />
        </Panel>
        {Object.entries(opened.catalogFor().workers).map(([name, { worker, engines, plugins, custom }]) => (
          <Panel
            key={name}
            title={<TextLink href={`/catalog/${name}/worker/${name}`}>{worker.title}</TextLink>}
            note={summaryOf(worker.description)}
          >
            <h3 className="mb-1 font-medium">Engines</h3>
            <Table caption={`Engines of ${name}`} head={['Engine', 'Platforms', 'What it does', 'Version']}>
              {Object.values(engines).map((entry) => (
                <tr key={entry.name}>
                  <th scope="row">
                    <TextLink href={`/catalog/${name}/engine/${entry.name}`}>{entry.title}</TextLink>
                    {custom?.includes(`engine ${entry.name}`) && (
                      <span className="font-normal text-ink-soft"> · custom</span>
                    )}
                  </th>
                  <td>{entry.platforms.join(', ')}</td>
                  <td className="min-w-64">{summaryOf(entry.description)}</td>
                  <td>{entry.version}</td>
                </tr>
              ))}
            </Table>
            <h3 className="mt-5 mb-1 font-medium">Plugins</h3>
            <Table caption={`Plugins of ${name}`} head={['Plugin', 'Name', 'What it does', 'Version']}>
              {Object.values(plugins).map((entry) => (
                <tr key={entry.name}>
                  <th scope="row">
                    <TextLink href={`/catalog/${name}/plugin/${entry.name}`}>{entry.title}</TextLink>
                    {custom?.includes(`plugin ${entry.name}`) && (
                      <span className="font-normal text-ink-soft"> · custom</span>
                    )}
                  </th>
                  <td className="font-mono">{entry.name}</td>
                  <td className="min-w-64">{summaryOf(entry.description)}</td>
                  <td>{entry.version}</td>
                </tr>
              ))}
            </Table>
          </Panel>
        ))}
      </div>
    </>
  )
}
