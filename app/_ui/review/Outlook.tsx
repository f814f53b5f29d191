import { Check, X } from 'lucide-react'
import { Code } from '@/app/_ui/components/Code'
import { Problems } from '@/app/_ui/components/Problems'
import { OutcomeTag } from '@/app/_ui/components/StatusTags'
import { Tag } from '@/app/_ui/components/Tag'
import { missingScopes } from '@/lib/auth/scopes'
import { outcomeWords } from '@/lib/registrar/deployment/declaration'
import type { RegistrationOutlook } from '@/lib/registrar/registrationOutlook'
import type { RegistrationOutcome } from '@/lib/registry/versions/version'

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

/** The scopes that registering asks for, and which of them the signed-in client has. */
export function ScopesNeeded({ needed, held }: { needed: string[]; held: string[] | undefined }) {
  return (
    <ul className="space-y-1.5 text-sm">
      {needed.map((scope) => (
        <li key={scope} className="flex flex-wrap items-center gap-2">
          {held !== undefined &&
            (missingScopes(held, scope) === undefined ? (
              <Tag tone="good" icon={Check}>
                you have it
              </Tag>
            ) : (
              <Tag tone="bad" icon={X}>
                you lack it
              </Tag>
            ))}
          <Code>{scope}</Code>
        </li>
      ))}
    </ul>
  )
}
