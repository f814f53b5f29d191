import type { EntryUpdate } from '@/app/_server/catalog/entryUpdates'
import { ProblemList } from '@/app/_ui/components/Problems'
import { ChangeGroups } from '@/app/_ui/review/ChangeGroups'

/** What another version of an entry would change of a design. */
export function UpdateDetails({ update: { changes, errors, from, to } }: { update: EntryUpdate }) {
  return (
    <div className="space-y-3">
      {errors.length > 0 && (
        <>
          <p className="text-sm">With version {to} the design has errors:</p>
          <ProblemList problems={errors} none="" />
        </>
      )}
      {changes === undefined ? (
        <p className="text-sm text-ink-soft">
          There is no payload schema on one of the two sides, so the two cannot be compared.
        </p>
      ) : (
        <ChangeGroups changes={changes} before={`version ${from}`} after={`version ${to}`} level="h4" />
      )}
    </div>
  )
}
