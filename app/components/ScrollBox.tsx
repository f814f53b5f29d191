import type { ReactNode } from 'react'
import { classNames } from './classNames'

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
