import type { ReactNode } from 'react'
import { Fold } from './Fold'

/** A detail that few readers need, behind a line that says what it is. */
export function FoldLink({ label, open, children }: { label: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <Fold open={open} summary={<span className="text-sm text-accent">{label}</span>}>
      <div className="mt-2">{children}</div>
    </Fold>
  )
}
