import { isJsonObject, type JsonObject } from '@/lib/base/json'
import type { EngineEntry } from '@/lib/catalog/entry'

/** One form of a payload and its part of the payload schema. The name is undefined where the engine knows only one kind of payload. */
export interface FormSchema {
  name: string | undefined
  schema: JsonObject
}

/** The forms of a payload schema, in the order of the engine's: the branches of its `oneOf`, or the whole where there is one form. */
export function payloadForms(schema: JsonObject, forms: EngineEntry['payloadForms'] = {}): FormSchema[] {
  const names = Object.keys(forms)
  if (names.length < 2 || !Array.isArray(schema.oneOf)) return [{ name: names[0], schema }]
  return schema.oneOf.flatMap((branch, index) => (isJsonObject(branch) ? [{ name: names[index], schema: branch }] : []))
}
