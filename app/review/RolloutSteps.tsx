import { FoldLink } from '@/app/components/FoldLink'
import type { Rollout } from '@/lib/review/rolloutOf'
import type { Inclusion } from '@/lib/schema/compare/schemaComparison'
import { Witness } from './Witness'

/** In which order a change is rolled out so that it breaks nobody, and what old workers would refuse meanwhile. */
export function RolloutSteps({
  rollout: { order, sentence, steps },
  backward,
}: {
  rollout: Rollout
  backward: Inclusion
}) {
  return (
    <div className="space-y-2 text-sm">
      <p>
        <strong className="font-semibold">{words[order]}</strong> {sentence}
      </p>
      {steps.length > 0 && (
        <ol className="list-decimal space-y-1 pl-5">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {backward.verdict === 'refuted' && (
        <FoldLink label="A new task that workers with the old configuration refuse">
          <Witness name="new-task" payload={backward.witness} />
        </FoldLink>
      )}
      {backward.verdict === 'undecided' && (
        <p className="text-ink-soft">Whether old workers take all new tasks could not be told: {backward.reason}.</p>
      )}
    </div>
  )
}

const words: Record<Rollout['order'], string> = {
  any: 'In any order.',
  'workers first': 'Workers first.',
  'tasks first': 'Tasks first.',
  'tasks, then workers': 'Tasks first, then workers.',
}
