import type { JsonValue } from '@/lib/base/json'

interface Common {
  title: string
  description?: string
  /** takes only references; a value typed here would end up in files and logs */
  secret?: boolean
  /** cannot come from the worker's environment */
  literal?: boolean
  /** what the worker uses when nothing is given */
  default?: JsonValue
}

/** One member of an object field. */
export interface Member {
  name: string
  required: boolean
  field: Field
}

/** One shape that a value may take, and how to recognise a value of it. */
export interface Variant {
  title: string
  description?: string
  field: Field
  /** what a new value of this shape begins with */
  start: JsonValue
  /** a value of this shape has these members; with `fixed`, exactly this value */
  marks: { name: string; fixed?: JsonValue }[]
}

/** How a value of a JSON Schema is edited in a form. `yaml` is for what no other kind can hold. */
export type Field = Common &
  (
    | {
        kind: 'text'
        format?: string
        maxLength?: number /** text that looks like an integer is one */
        orInteger?: boolean
      }
    | { kind: 'number'; integer: boolean; minimum?: number; maximum?: number }
    | { kind: 'boolean' }
    | { kind: 'choice'; options: string[] }
    | { kind: 'list'; item: Field }
    | { kind: 'map'; item: Field }
    | { kind: 'object'; members: Member[] }
    | { kind: 'variants'; variants: Variant[] }
    | { kind: 'yaml' }
  )

/** What an editor of one field is given. */
export interface FieldProps<K extends Field['kind'] = Field['kind']> {
  field: Extract<Field, { kind: K }>
  place: Place
  value: JsonValue | undefined
  required: boolean
}

/** The id of the control at a place; problems link to it. */
export function fieldId(place: Place): string {
  return `field-${place.map((step) => encodeURIComponent(String(step))).join('-')}`
}

/** A place in a document: keys of maps and indexes of lists. */
export type Place = (string | number)[]
