import { Code } from '@/app/_ui/components/Code'
import { scopeAlternatives } from '@/lib/catalog/entry/taskFeature'
import type { RequiredScopes } from '@/lib/compose/composition'

/** Who needs which scopes. */
export function Scopes({ scopes }: { scopes: RequiredScopes }) {
  return (
    <div className="space-y-4 text-sm">
      <Group title="The credentials of the worker" scopes={scopes.worker} />
      <Group title="Whoever registers the worker type" scopes={scopes.admin} />
      {scopes.tasks.length > 0 && (
        <section>
          <h3 className="font-medium">Tasks, by what they use</h3>
          <dl className="mt-1 space-y-2">
            {scopes.tasks.map(({ feature, scopes: needed }) => (
              <div key={feature}>
                <dt className="text-ink-soft">{feature}</dt>
                <dd>
                  <List scopes={needed.map((scope) => scopeAlternatives(scope).join(' or '))} />
                </dd>
              </div>
            ))}
          </dl>
          <p className="mt-2 text-[0.82rem] text-ink-soft">
            What stands in angle brackets comes from the payload of the task.
          </p>
        </section>
      )}
    </div>
  )
}

function Group({ title, scopes }: { title: string; scopes: string[] }) {
  return (
    <section>
      <h3 className="font-medium">{title}</h3>
      {scopes.length === 0 ? <p className="text-ink-soft">None.</p> : <List scopes={scopes} />}
    </section>
  )
}

function List({ scopes }: { scopes: string[] }) {
  return (
    <ul className="mt-1 space-y-1">
      {scopes.map((scope) => (
        <li key={scope}>
          <Code>{scope}</Code>
        </li>
      ))}
    </ul>
  )
}
