/** A step that could not be done, told in one sentence; the scripts print it without a stack trace. */
export class StepFailure extends Error {}
