/** Stands for unchanged lines that are left out. */
export function SkippedLines({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <span className="block px-3 text-ink-soft">
      ⋯ {count} unchanged {count === 1 ? 'line' : 'lines'}
    </span>
  )
}
