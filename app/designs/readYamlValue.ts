import { parseDocument } from 'yaml'
import type { JsonValue } from '@/lib/base/json'
import { yamlErrorText } from '@/lib/base/yamlErrorText'
import { yamlTrouble } from '@/lib/base/yamlTrouble'

/** The data of a YAML text for a form, or the first error with its line. */
export function readYamlValue(text: string): { value: JsonValue } | { message: string; line: number } {
  const trouble = yamlTrouble(text)
  if (trouble) return { message: `the text ${trouble.words}`, line: text.slice(0, trouble.offset).split('\n').length }
  const document = parseDocument(text, { version: '1.2' })
  const [error] = document.errors
  if (error) return { message: yamlErrorText(error), line: error.linePos?.[0].line ?? 1 }
  try {
    // only what JSON can carry goes on; anything else is told by the server
    return { value: JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 1000 }) ?? null)) }
  } catch (cause) {
    return { message: cause instanceof Error ? cause.message : 'the text cannot be read as data', line: 1 }
  }
}
