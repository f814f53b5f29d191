import { pointerSegments } from '../../base/path'
import type { DocumentationInput } from './documentationInput'

/** A scope that a task needs, and what for. */
export interface TaskScope {
  title: string
  scope: string
}

/**
 * The scopes of tasks that ask for something through a property of the payload; without a property, those of all. Features that the
 * effective schema keeps out are left out.
 */
export function taskScopes(input: DocumentationInput, property?: string): TaskScope[] {
  const restricted = new Set(input.restrictions.map(({ id }) => id))
  return [input.engine, ...input.plugins].flatMap((entry) =>
    (entry.taskFeatures ?? []).flatMap((feature) => {
      const id = `${entry.name}/${feature.name}`
      const [first] = pointerSegments(feature.requestedBy.path ?? '')
      if (restricted.has(id) || (property !== undefined && first !== property)) return []
      const scopes = input.scopes.tasks.find((task) => task.feature === id)?.scopes ?? []
      return scopes.map((scope) => ({ title: feature.title, scope }))
    }),
  )
}
