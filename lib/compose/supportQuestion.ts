import type { SupportQuestion } from './featureSupport'
import type { Component, ResolvedDesign } from './resolvedDesign'

/** Asks the selected engine for the features of a component. */
export function supportQuestion(component: Component, { engine }: ResolvedDesign): SupportQuestion {
  const { label, context } = component
  return { label, context, engine: engine.entry, engineContext: engine.context }
}
