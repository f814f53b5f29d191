import { differencesSection } from './documentation/differencesSection'
import type { DocumentationInput } from './documentation/documentationInput'
import { introSection } from './documentation/introSection'
import { payloadSection } from './documentation/payloadSection'
import { pluginsSection } from './documentation/pluginsSection'
import { restrictionsSection } from './documentation/restrictionsSection'
import { schemaSection } from './documentation/schemaSection'
import { scopesSection } from './documentation/scopesSection'
import { sendingSection } from './documentation/sendingSection'

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
