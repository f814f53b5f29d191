import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { prepareSchema } from '@/lib/schema/document/prepareSchema'
import { readSchemaDocument } from '@/lib/schema/document/schemaDocument'
import { ajvAccepts } from '@/lib/schema/testing/ajvAccepts'
import { compileDecision } from '@/lib/schema/validate/decide/compileDecision'
import { findViolations } from '@/lib/schema/validate/findViolations'

/** A schema, values that it accepts and values that it refuses, as draft-06 says. */
export type DecisionRow = [schema: JsonObject, accepted: JsonValue[], refused: JsonValue[]]

/** One test a row: what is compiled, the explainer and, where it reads a schema in the same way, ajv all say so. */
export function describeDecisions(name: string, rows: DecisionRow[]): void {
  describe(name, () => {
    it.each(rows)('%j', (schema, accepted, refused) => {
      const decide = compileDecision(prepareSchema(readSchemaDocument(schema).nodes))
      for (const [values, expected] of [
        [accepted, true],
        [refused, false],
      ] as const)
        for (const value of values) {
          const explained = findViolations(schema, value).length === 0
          const judged = { decided: decide(value), explained, ajv: ajvAccepts(schema, value) ?? expected }
          expect({ value, ...judged }).toEqual({ value, decided: expected, explained: expected, ajv: expected })
        }
    })
  })
}
