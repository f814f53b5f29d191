import type { ReactNode } from 'react'

/** A label, what it means, and what is wrong with it, around one control that carries `id` and `aria-describedby`. */
export function FormField({
  id,
  label,
  required,
  description,
  error,
  aside,
  children,
}: {
  id: string
  label: ReactNode
  required?: boolean
  description?: ReactNode
  error?: ReactNode
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <div>
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
          {required && <span className="font-normal text-ink-soft"> (required)</span>}
        </label>
        {aside}
      </div>
      {children}
      {description !== undefined && (
        <p id={`${id}-about`} className="mt-1 text-[0.82rem] text-ink-soft">
          {description}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="mt-1 text-[0.82rem] text-bad">
          {error}
        </p>
      )}
    </div>
  )
}
