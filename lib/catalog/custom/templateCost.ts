/**
 * What a template can make at most: `own` from its own text, and each of `references` times all that it sees of a configuration. Counted in
 * characters and values together.
 */
export interface TemplateCost {
  own: number
  references: number
}

export const nothing: TemplateCost = { own: 0, references: 0 }

export function sumCosts(costs: readonly TemplateCost[]): TemplateCost {
  let own = 0
  let references = 0
  for (const cost of costs) {
    own += cost.own
    references += cost.references
  }
  return { own, references }
}
