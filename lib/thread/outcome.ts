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
