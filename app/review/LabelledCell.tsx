import type { ReactNode } from 'react'

/** On narrow screens the heads of the columns are out of sight, so each cell says its own. */
export function LabelledCell({ head, children }: { head: ReactNode; children: ReactNode }) {
  return (
    <td className="sm:min-w-32">
      <span className="mr-1.5 text-ink-soft sm:hidden" aria-hidden>
        {head}:
      </span>
      {children}
    </td>
  )
}
