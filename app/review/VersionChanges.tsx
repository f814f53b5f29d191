import { Table } from '@/app/components/Table'
import type { VersionChange } from '@/lib/review/versionChanges'

/** Catalog entries, and the product itself, that are others than before. */
export function VersionChanges({
  changes,
  before,
  after,
}: {
  changes: VersionChange[]
  before: string
  after: string
}) {
  return (
    <Table caption="Versions of catalog and tool" head={['What', capital(before), capital(after)]}>
      {changes.map((change) => (
        <tr key={change.label}>
          <th scope="row">{change.label}</th>
          <td>{change.before}</td>
          <td>{change.after}</td>
        </tr>
      ))}
    </Table>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
