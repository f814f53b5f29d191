import type { JsonValue } from '@/lib/base/json'
import { parseYaml } from '@/lib/base/parseYaml'
import { yamlErrorText } from '@/lib/base/yamlErrorText'

/** The data of a YAML text for a form, or the first error with its line. */
export function readYamlValue(text: string): { value: JsonValue } | { message: string; line: number } {
  const parsed = parseYaml(text, { version: '1.2' })
  if (parsed.trouble) return { message: `the text ${parsed.trouble.words}`, line: parsed.trouble.line }
  const { document, error, placeOf } = parsed
  if (error) return { message: yamlErrorText(error), line: placeOf(error.pos[0]).line }
  try {
    // only what JSON can carry goes on; anything else is told by the server
    return { value: JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 1000 }) ?? null)) }
  } catch (cause) {
    return { message: cause instanceof Error ? cause.message : 'the text cannot be read as data', line: 1 }
  }
}
