import { Problems } from '@/app/results/Problems'
import { OutcomeTag } from '@/app/worker-types/OutcomeTag'
import { outcomeWords } from '@/lib/queue/registrar/outcomeWords'
import type { RegistrationOutlook } from '@/lib/queue/registrar/registrationOutlook'
import type { RegistrationOutcome } from '@/lib/registry/version'

/** What registering will come to, by what the Queue publishes, before it is done. */
export function Outlook({ outlook: { outcome, problems } }: { outlook: RegistrationOutlook }) {
  return (
    <div className="mb-3 space-y-2 text-sm empty:hidden">
      {outcome !== undefined && (
        <div className="flex flex-wrap items-center gap-2">
          <OutcomeTag state="acknowledged" outcome={outcome} />
          <span>{words(outcome)}</span>
        </div>
      )}
      {problems.length > 0 && <Problems problems={problems} />}
    </div>
  )
}

function words(outcome: RegistrationOutcome): string {
  if (outcome === 'enforced') return 'The Queue will refuse every task whose payload violates the schema.'
  return `${outcomeWords[outcome].meaning} ${outcomeWords[outcome].advice}`
}
