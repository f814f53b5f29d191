import { customType, timestamp } from 'drizzle-orm/pg-core'
import type { JsonValue } from '@/lib/base/json'

/** A point in time to the millisecond, as JavaScript knows it. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 })

/**
 * A JSON value kept as text. PostgreSQL's own JSON types refuse some strings and deep values that JSON allows, and
 * `jsonb` reorders keys; as text whatever was accepted comes back as it was.
 */
export const jsonText = customType<{ data: JsonValue; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => JSON.parse(value),
})
