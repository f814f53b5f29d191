import { Check, X } from 'lucide-react'
import { Code } from '@/app/components/Code'
import { Tag } from '@/app/components/Tag'
import { missingScopes } from '@/lib/auth/scopes'

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
