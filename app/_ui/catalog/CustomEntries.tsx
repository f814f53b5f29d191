import { type OpenedCatalog, versionsOf } from '@/app/_server/catalog/openCatalog'
import { Code, InlineCode } from '@/app/_ui/components/Code'
import { EmptyState, Message } from '@/app/_ui/components/Message'
import { Table } from '@/app/_ui/components/Table'
import { Tag } from '@/app/_ui/components/Tag'
import { TextLink } from '@/app/_ui/components/TextLink'
import { When } from '@/app/_ui/components/When'
import { entryHref } from '@/app/_ui/page/addresses'
import type { Problem } from '@/lib/base/problem'

/** The entries that did not come with the product, with their newest versions, and files of the folder that are none. */
export function CustomEntries({ opened }: { opened: OpenedCatalog }) {
  const { entries, brokenFiles } = opened
  const names = [...new Map(entries.map((entry) => [entryHref(entry), entry])).values()]
  return (
    <div className="space-y-3">
      {brokenFiles.map(({ file, problems }) => (
        <BrokenFile key={file} file={file} problems={problems} />
      ))}
      {names.length === 0 ? (
        <EmptyState title="There are none yet">
          Describe a plugin or an engine of your own in YAML, and designs can use it like those below.
        </EmptyState>
      ) : (
        <Table caption="Entries of your own" head={['Entry', 'Kind', 'Title', 'Versions', 'Added by', 'When']}>
          {names.map((entry) => {
            const versions = versionsOf(opened, entry)
            const [newest = entry] = versions
            return (
              <tr key={entryHref(entry)}>
                <th scope="row" className="font-mono">
                  <TextLink href={entryHref(entry)}>{entry.name}</TextLink>
                </th>
                <td>{entry.kind}</td>
                <td className="min-w-40">{newest.entry?.title ?? <Tag tone="bad">not usable</Tag>}</td>
                <td>{versions.map(({ version }) => version).join(', ')}</td>
                <td>{newest.stored?.author ?? 'catalog folder'}</td>
                <td>{newest.stored === undefined ? '–' : <When at={newest.stored.createdAt} />}</td>
              </tr>
            )
          })}
        </Table>
      )}
    </div>
  )
}

function BrokenFile({ file, problems }: { file: string; problems: Problem[] }) {
  return (
    <Message kind="warning">
      <Code>{file}</Code> is left out:
      <ul className="ml-5 list-disc">
        {problems.map(({ line, message, help }) => (
          <li key={`${line} ${message}`}>
            {line !== undefined && `line ${line}: `}
            <InlineCode text={[message, help].filter(Boolean).join(' ')} />
          </li>
        ))}
      </ul>
    </Message>
  )
}
