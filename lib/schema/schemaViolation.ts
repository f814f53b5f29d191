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
