import { type AnyColumn, type SQL, sql } from 'drizzle-orm'

/** Whether a column has one of any number of values: they are one parameter, since a statement takes no more than 65,535. */
export function isOneOf(column: AnyColumn, values: string[]): SQL {
  return sql`${column} in (select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`
}
