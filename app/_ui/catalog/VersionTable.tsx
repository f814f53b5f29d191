import { deleteVersion } from '@/app/_server/actions/catalogEntries'
import type { KnownEntry } from '@/app/_server/catalog/openCatalog'
import { Code, InlineCode } from '@/app/_ui/components/Code'
import { Table } from '@/app/_ui/components/Table'
import { TextLink } from '@/app/_ui/components/TextLink'
import { When } from '@/app/_ui/components/When'
import { entryHref, workerTypeHref } from '@/app/_ui/page/addresses'
import type { EntryUse } from '@/lib/registry/entries/entryUses'
import { DeleteVersion } from './DeleteVersion.client'

/** The versions of a custom entry: from whom, since when, used by whom. What is used cannot be deleted. */
export function VersionTable({
  versions,
  shown,
  mayDelete,
}: {
  versions: { version: KnownEntry; uses: EntryUse[] }[]
  /** the version that the page is about */
  shown: string
  mayDelete: boolean
}) {
  return (
    <Table stack caption="Versions" head={['Version', 'Added by', 'When', 'Used by', 'Delete']}>
      {versions.map(({ version, uses }) => (
        <tr key={`${version.version} ${version.file ?? ''}`}>
          <th scope="row">
            {version.version === shown ? (
              <span aria-current="true">{version.version} (shown)</span>
            ) : (
              <TextLink href={entryHref(version, version.version)}>{version.version}</TextLink>
            )}
            {version.problems.map(({ message, line }) => (
              <span key={`${line} ${message}`} className="block max-w-64 text-[0.82rem] font-normal text-bad">
                {line !== undefined && `line ${line}: `}
                <InlineCode text={message} />
              </span>
            ))}
          </th>
          <td>
            {version.stored?.author ?? (
              <>
                the file <Code>{version.file}</Code>
              </>
            )}
          </td>
          <td>{version.stored === undefined ? '–' : <When at={version.stored.createdAt} />}</td>
          <td>
            {uses.length === 0 ? (
              <span className="text-ink-soft">
                <span className="sm:hidden">used by </span>nobody
              </span>
            ) : (
              <Users uses={uses} />
            )}
          </td>
          <td>
            {version.stored === undefined ? (
              <span className="text-ink-soft">Take the file out of the folder, and start the server again.</span>
            ) : uses.length > 0 ? (
              <span className="text-ink-soft">It is in use, so it cannot be deleted.</span>
            ) : mayDelete ? (
              <DeleteVersion
                what={`version ${version.version} of ${version.kind} ${version.name}`}
                remove={deleteVersion.bind(null, keyOf(version))}
              />
            ) : (
              <span className="text-ink-soft">You may not delete it.</span>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}

function keyOf({ worker, kind, name, version }: KnownEntry) {
  return { worker, kind, name, version }
}

function Users({ uses }: { uses: EntryUse[] }) {
  return (
    <ul className="max-h-40 overflow-auto">
      {uses.map((use) => (
        <li key={use.kind === 'draft' ? use.id : `${use.taskQueueId} ${use.number}`}>
          {use.kind === 'draft' ? (
            <>
              design <TextLink href={`/designs/${use.id}`}>{use.title}</TextLink>
            </>
          ) : (
            <>
              worker type <TextLink href={workerTypeHref(use.taskQueueId)}>{use.taskQueueId}</TextLink>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
