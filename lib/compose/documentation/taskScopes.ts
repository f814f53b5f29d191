import { isJsonObject } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import { scopeAlternatives } from '@/lib/catalog/entry/taskFeature'
import { type DocumentationInput, documentedForms } from './documentationInput'
import { featureCell } from './featureSections'

/** A scope that a task needs, and what for. */
export interface TaskScope {
  title: string
  /** one of them is enough */
  anyOf: string[]
}

/**
 * The scopes of tasks that ask for something through a property of the payload; without a property, those of all. What the engine or the
 * effective schema keeps out needs no scope.
 */
export function taskScopes(
  input: DocumentationInput,
  only?: { form: string | undefined; property: string },
): TaskScope[] {
  const forms = documentedForms(input)
  const offers = (property: string, form: string | undefined) =>
    forms.some(({ name, schema: { properties } }) => {
      if (form !== undefined && name !== form) return false
      return isJsonObject(properties) && Object.hasOwn(properties, property)
    })
  return [input.engine, ...input.plugins].flatMap((entry) =>
    (entry.taskFeatures ?? []).flatMap((feature) => {
      const [first] = pointerSegments(feature.requestedBy.path ?? '')
      const { form } = feature.requestedBy
      if (only !== undefined && (first !== only.property || (form !== undefined && form !== only.form))) return []
      if (first !== undefined && !offers(first, form)) return []
      if (featureCell(input, entry, feature)?.verdict === 'refused') return []
      const scopes = input.scopes.tasks.find((task) => task.feature === `${entry.name}/${feature.name}`)?.scopes ?? []
      return scopes.map((scope) => ({ title: feature.title, anyOf: scopeAlternatives(scope) }))
    }),
  )
}
