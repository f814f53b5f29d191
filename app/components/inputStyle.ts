/** The look of everything that can be typed into or chosen from. */
export const inputStyle =
  'block w-full rounded-md border border-line-strong bg-surface px-2.5 py-1.5 text-sm text-ink disabled:bg-sunken disabled:text-ink-soft aria-invalid:border-bad'
