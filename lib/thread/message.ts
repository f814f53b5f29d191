/** What all jobs of a thread rest on. It is sent only when its id is another one than last time. */
export interface Base {
  id: string
  value: unknown
}

/** What a thread is asked. */
export interface ThreadRequest {
  id: number
  name: string
  input: unknown
  /** milliseconds after which it should answer with what it has */
  budget: number
  /** absent where it is the one that was sent last */
  base?: Base
}

/** What it answers: once that it is ready, then to each request any number of parts and one answer, or the mistake in the program that kept it from one. */
export type ThreadAnswer =
  | { ready: true }
  | { id: number; part: unknown }
  | { id: number; value: unknown }
  | { id: number; error: unknown }

/**
 * Why a job has no answer: its time was up; too much was waiting, so it was not begun; the thread needed more memory than it may have; its input
 * nests deeper than the stack; the thread ended early, or was closed.
 */
export type Unanswered = 'out-of-time' | 'busy' | 'out-of-memory' | 'too-deep' | 'ended'

/** What came of a job: its answer, or why there is none and what was known by then. */
export type Outcome<Answer, Part> =
  | { answered: true; value: Answer }
  | {
      answered: false
      why: Unanswered
      /** what the job has sent ahead last */
      part?: Part
    }
