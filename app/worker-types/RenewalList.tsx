import { CircleCheck, Clock, OctagonX } from 'lucide-react'
import { Table } from '@/app/components/Table'
import { Tag } from '@/app/components/Tag'
import { When } from '@/app/components/When'
import type { Renewal } from '@/lib/registry/renewal'

const looks = {
  acknowledged: { tone: 'good', icon: CircleCheck, word: 'done' },
  failed: { tone: 'bad', icon: OctagonX, word: 'failed' },
  intended: { tone: 'warn', icon: Clock, word: 'waiting for the Queue' },
} as const

/** Renewals, newest first. */
export function RenewalList({ renewals }: { renewals: Renewal[] }) {
  return (
    <Table caption="Renewals" head={['When', 'By', 'Version', 'What', 'Until', 'State']}>
      {renewals.map(({ id, createdAt, author, number, whole, expires, state }) => {
        const { tone, icon, word } = looks[state]
        return (
          <tr key={id}>
            <th scope="row">
              <When at={createdAt} />
            </th>
            <td>{author}</td>
            <td>{number}</td>
            <td>{whole ? 'declared again' : 'expiry alone'}</td>
            <td>
              <When at={expires} />
            </td>
            <td>
              <Tag tone={tone} icon={icon}>
                {word}
              </Tag>
            </td>
          </tr>
        )
      })}
    </Table>
  )
}
