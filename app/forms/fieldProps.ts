import type { Place } from '@/app/designs/place'
import type { JsonValue } from '@/lib/base/json'
import type { Field } from './field'

/** What an editor of one field is given. */
export interface FieldProps<K extends Field['kind'] = Field['kind']> {
  field: Extract<Field, { kind: K }>
  place: Place
  value: JsonValue | undefined
  required: boolean
}
