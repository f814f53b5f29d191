import type { ReactNode } from 'react'
import { ScrollBox } from './ScrollBox'

/** A table that scrolls sideways within itself on narrow screens. `caption` names it for those who cannot see it. */
export function Table({ caption, head, children }: { caption: string; head: ReactNode[]; children: ReactNode }) {
  return (
    <ScrollBox label={caption}>
      <table className="w-full border-collapse text-left text-sm [&_tbody_th]:border-t [&_tbody_th]:align-top [&_tbody_th]:font-medium [&_td]:border-t [&_td]:px-3 [&_td]:py-2 [&_td]:align-top [&_th]:px-3 [&_th]:py-2">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-ink-soft">
          <tr>
            {head.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
              <th key={index} scope="col" className="font-medium whitespace-nowrap">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollBox>
  )
}
