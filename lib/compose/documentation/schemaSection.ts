import { canonicalJson } from '@/lib/base/canonicalJson'
import type { DocumentationInput } from './documentationInput'
import { fencedBlock } from './fencedBlock'

/** The whole payload schema, folded away. Readers of Markdown that show no HTML show the block open. */
export function schemaSection({ effectiveSchema }: DocumentationInput): string {
  if (effectiveSchema === undefined) return ''
  return [
    '## Payload schema',
    '<details>\n<summary>JSON Schema of the payload</summary>',
    fencedBlock(canonicalJson(effectiveSchema), 'json'),
    '</details>',
  ].join('\n\n')
}
