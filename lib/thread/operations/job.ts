/** What an operation has beside its input. */
export interface Job<Part = never, Base = unknown> {
  /** what all jobs rest on, as it was sent last; undefined where none was */
  base: { id: string; value: Base } | undefined
  /** true when it is time to give the answer that there is */
  outOfTime(): boolean
  /** sends ahead what is known, for the case that there will be no answer; the last one counts */
  sendAhead(part: Part): void
}

/** A function that runs in a thread. Input, answer and what is sent ahead are plain data. */
export type Operation = (input: never, job: Job<never, never>) => unknown

/** By name. */
export type Operations = Record<string, Operation>

export type InputOf<O extends Operation> = Parameters<O>[0]
export type AnswerOf<O extends Operation> = Awaited<ReturnType<O>>
export type PartOf<O extends Operation> =
  Parameters<O> extends [unknown, Job<infer Part, infer _>, ...unknown[]] ? Part : never
