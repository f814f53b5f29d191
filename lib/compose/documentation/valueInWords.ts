import type { JsonValue } from '@/lib/base/json'
import { limitsInWords } from './limitsInWords'
import { typeInWords } from './typeInWords'

/** Type and limits of a value in one phrase of Markdown: "whole number, from 0 to 300000". */
export function valueInWords(schema: JsonValue): string {
  return [typeInWords(schema), ...limitsInWords(schema)].join(', ')
}
