import type { Problem } from '@/lib/base/problem'

/** Thrown for a schema that cannot be compiled. `checkSchema` tells the same as values. */
export class SchemaCompileError extends Error {
  override readonly name = 'SchemaCompileError'
  /** the place of the first problem in the schema, dotted; '' is the whole */
  readonly path: string
  readonly problems: Problem[]

  constructor(problems: Problem[]) {
    const first = problems[0]
    super(first?.message ?? 'the schema cannot be compiled')
    this.path = first?.path ?? ''
    this.problems = problems
  }
}
