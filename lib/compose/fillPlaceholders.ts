import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

/** What placeholders of a scope or a message stand for at a place: members of the value, the value itself where it is text, and the last step of the place. */
export function placeholders(value: JsonValue, key: string): JsonObject {
  return { key, ...(typeof value === 'string' ? { value } : {}), ...(isJsonObject(value) ? value : {}) }
}

/** Replaces `<name>` by the text of that member where there is one; other placeholders stay. */
export function fillPlaceholders(template: string, values: JsonValue): string {
  return template.replace(/<([A-Za-z][A-Za-z0-9]*)>/g, (whole, name: string) => {
    const value = isJsonObject(values) && Object.hasOwn(values, name) ? values[name] : undefined
    if (typeof value === 'string' && value !== '') return value
    return typeof value === 'number' ? String(value) : whole
  })
}
