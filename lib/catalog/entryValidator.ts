import { Ajv, type ValidateFunction } from 'ajv'
import schema from '@/public/catalog-entry.schema.json'
import type { CatalogEntry } from './entry'

let validator: ValidateFunction<CatalogEntry> | undefined

/** The compiled schema of catalog entries. Compiled when first asked for: most starts of the program do without it. */
export function entryValidator(): ValidateFunction<CatalogEntry> {
  validator ??= new Ajv({ allErrors: true, verbose: true, strict: false }).compile<CatalogEntry>(schema)
  return validator
}
