import { Code } from '@/app/components/Code'
import { Message } from '@/app/components/Message'
import type { Conflict } from '@/lib/compose/composition'

/** Payload properties that two components declare; the worker would not start. */
export function Conflicts({ conflicts }: { conflicts: Conflict[] }) {
  if (conflicts.length === 0) return null
  return (
    <div className="space-y-2">
      {conflicts.map(({ property, components }) => (
        <Message key={property} kind="error" word="Conflict">
          The payload property <Code>{property}</Code> is declared by {components.join(' and ')}. The worker does not
          start with both; leave one of them out.
        </Message>
      ))}
    </div>
  )
}
