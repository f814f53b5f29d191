import { isJsonObject, type JsonValue } from '../base/json'

/** Replaces `<name>` by the text of that member where there is one; other placeholders stay. */
export function fillPlaceholders(template: string, values: JsonValue): string {
  return template.replace(/<([A-Za-z][A-Za-z0-9]*)>/g, (whole, name: string) => {
    const value = isJsonObject(values) && Object.hasOwn(values, name) ? values[name] : undefined
    if (typeof value === 'string' && value !== '') return value
    return typeof value === 'number' ? String(value) : whole
  })
}
