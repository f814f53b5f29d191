/** A time, the same for everybody: in UTC. */
export function When({ at }: { at: Date }) {
  const iso = at.toISOString()
  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {iso.slice(0, 16).replace('T', ' ')} UTC
    </time>
  )
}
