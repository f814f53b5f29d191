/** The message of an InputValidationError. `lines` begin with the place, as in `data/payload/command must be array`. */
export function validationMessage(schemaUrl: string, lines: string[]): string {
  const shown = lines.slice(0, 1000)
  if (lines.length > shown.length) shown.push(`and ${lines.length - shown.length} more`)
  const list = shown.map((line) => `  * ${line}`).join('\n')
  return `\nSchema Validation Failed!\nRejecting Schema: ${schemaUrl}\nErrors:\n${list}`
}
