import type { Metadata } from 'next'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { PageHeader } from '../components/PageHeader'
import { Panel } from '../components/Panel'
import { Table } from '../components/Table'
import { TextLink } from '../components/TextLink'
import { summaryOf } from './summaryOf'

export const metadata: Metadata = { title: 'Catalog' }

/** Everything that designs are made of. */
export default function CatalogPage() {
  return (
    <>
      <PageHeader title="Catalog">
        What is known of each worker program: its engines, its plugins, and what they can do with each other.
      </PageHeader>
      <div className="space-y-5">
        {Object.entries(loadCatalog().workers).map(([name, { worker, engines, plugins }]) => (
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
