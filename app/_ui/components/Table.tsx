import type { ReactNode } from 'react'
import { classNames } from './classNames'

/** A table that scrolls sideways within itself on narrow screens. `caption` names it for those who cannot see it. */
export function Table({
  caption,
  head,
  stack,
  children,
}: {
  caption: string
  head: ReactNode[]
  /** on narrow screens each row becomes a block: for tables that are read row by row */
  stack?: boolean
  children: ReactNode
}) {
  return (
    <ScrollBox label={caption}>
      <table
        className={classNames(
          'w-full border-collapse text-left text-sm [overflow-wrap:break-word] [&_tbody_th]:border-t [&_tbody_th]:align-top [&_tbody_th]:font-medium [&_td]:border-t [&_td]:px-3 [&_td]:py-2 [&_td]:align-top [&_th]:px-3 [&_th]:py-2',
          stack &&
            'max-sm:block max-sm:[&_caption]:block max-sm:[&_tbody]:block max-sm:[&_tbody_th]:block max-sm:[&_tbody_th]:border-0 max-sm:[&_td]:block max-sm:[&_td]:border-0 max-sm:[&_td]:py-1 max-sm:[&_thead]:sr-only max-sm:[&_tr]:block max-sm:[&_tr]:border-t max-sm:[&_tr]:py-1',
        )}
      >
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

/** Something too wide or too long, that scrolls within itself and can be reached with the keyboard. */
export function ScrollBox({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and a section would be a landmark
    <div
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      className={classNames('overflow-auto', className)}
    >
      {children}
    </div>
  )
}
