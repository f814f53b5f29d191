import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { Place } from './place'

/** A violation whose words are put together only if somebody reads them: most findings are of branches that nobody took. */
export interface Finding {
  at: Place
  keyword: string
  words: () => string
  hint?: () => string | undefined
  /** the property that is missing */
  property?: string
}

/** What the families of keywords may ask of the whole. */
export interface Explainer {
  /** how a value breaks a schema; nothing where it does not */
  explain(schema: JsonValue, value: JsonValue, at: Place): Finding[]
  /** the schema that a schema refers to, or itself */
  resolve(schema: JsonValue): JsonValue
}

/** Explains the keywords of one family. */
export type ExplainKeywords = (schema: JsonObject, value: JsonValue, at: Place, explainer: Explainer) => Finding[]

/** The finding alone where a condition fails, nothing where it holds: for keywords that look at one fact. */
export function unless(
  holds: boolean,
  at: Place,
  keyword: string,
  words: () => string,
  hint?: Finding['hint'],
): Finding[] {
  return holds ? [] : [{ at, keyword, words, hint }]
}

/** One way in which a payload breaks a schema. */
export interface SchemaViolation {
  /** JSON pointer into the payload; '' is the whole */
  path: string
  /** plain words that follow the place: "must be at most 3600, is 86400" */
  message: string
  /** the schema keyword that is broken */
  keyword: string
  /** where the schema says so: `#/properties/maxRunTime/maximum` */
  schemaPath: string
  /** the property that is missing, where one is: the path is then its parent */
  property?: string
  /** a likely way out: "did you mean `maxRunTime`?" */
  hint?: string
}
