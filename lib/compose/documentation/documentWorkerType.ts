import type { DocumentationInput } from './documentationInput'
import { differencesSection, pluginsSection, restrictionsSection } from './featureSections'
import { payloadSection } from './payloadSection'
import { introSection, schemaSection, scopesSection, sendingSection } from './sendingSections'

const SECTIONS = [
  introSection,
  sendingSection,
  payloadSection,
  restrictionsSection,
  differencesSection,
  scopesSection,
  pluginsSection,
  schemaSection,
]

/**
 * The documentation of a worker type for the authors of its tasks, as Markdown: what it is, how to send a task, every property of the
 * payload, what is not possible and why. Pure and stable. What users typed is escaped, so it changes neither the structure of the
 * document nor brings HTML into it; the only HTML is the `<details>` around the schema.
 */
export function documentWorkerType(input: DocumentationInput): string {
  const sections = SECTIONS.map((section) => section(input)).filter((text) => text !== '')
  return `${sections.join('\n\n')}\n`
}
