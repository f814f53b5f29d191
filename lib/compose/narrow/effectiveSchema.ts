import type { JsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { placePath } from '@/lib/compose/design/places'
import type { ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'
import { applyNarrowings, type Narrowed } from './applyNarrowings'
import { argumentNarrowings } from './argumentNarrowings'
import { featureNarrowings } from './featureNarrowings'
import { limitNarrowings } from './limitNarrowings'

/** Step 4 of composing: the base schema narrowed to what the worker can really run. */
export interface EffectiveSchema extends Narrowed {
  problems: Problem[]
}

/**
 * Narrows the base schema (already draft-06) by what the engine lacks, by the limits on arguments of engine calls and by limits from the
 * configuration. Without a schema in the result no task can run, and a problem says why.
 */
export function effectiveSchema(base: JsonObject, resolved: ResolvedDesign): EffectiveSchema {
  const components = [resolved.engine, ...resolved.plugins, resolved.worker]
  const featured = [...components, ...resolved.absent]
  const features = featured.map((component) => featureNarrowings(component, resolved, base))
  const requested = components.map((component) => argumentNarrowings(component, resolved))
  const narrowed = applyNarrowings(
    base,
    [
      ...features.flatMap((part) => part.narrowings),
      ...requested.flatMap((part) => part.narrowings),
      ...components.flatMap((component) => limitNarrowings(component, resolved)),
    ],
    resolved.engine.entry.payloadForms,
  )
  const problems = [...features, ...requested].flatMap((part) => part.problems)
  if (narrowed.last) {
    const { restriction } = narrowed.last
    const component = featured.find((candidate) => candidate.label === restriction.component)
    problems.push({
      code: 'no-task-can-run',
      severity: 'error',
      message: `Every task would be refused: ${restriction.title} is demanded and not possible: ${restriction.reason}.`,
      path: placePath(component?.place ?? []),
      component: restriction.component,
      help: `Leave out ${restriction.component}, or choose another engine.`,
    })
  }
  const impossible = problems.some((problem) => problem.code === 'no-task-can-run')
  return { ...narrowed, schema: impossible ? undefined : narrowed.schema, problems }
}
