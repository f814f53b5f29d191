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

/** The look of everything that can be typed into or chosen from. */
export const inputStyle =
  'block w-full rounded-md border border-line-strong bg-surface px-2.5 py-1.5 text-sm text-ink disabled:bg-sunken disabled:text-ink-soft aria-invalid:border-bad'
