import type { ReactNode } from 'react'
import { classNames } from './classNames'

/** A name or a value as it stands in a document. */
export function Code({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <code className={classNames('rounded bg-sunken px-1 py-0.5 font-mono text-[0.86em]', className)}>{children}</code>
  )
}
