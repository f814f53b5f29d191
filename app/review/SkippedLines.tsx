/** Stands for lines that are left out: unchanged ones, or `more` than can be shown. */
export function SkippedLines({ count, more = false }: { count: number; more?: boolean }) {
  if (count === 0) return null
  const kind = more ? 'more' : 'unchanged'
  return (
    <span className="block px-3 text-ink-soft">
      ⋯ {count} {kind} {count === 1 ? 'line' : 'lines'}
    </span>
  )
}

/** Lines of a difference that a page shows: nobody reads more of them. */
export const mostLines = 2000
