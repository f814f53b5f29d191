import type { RegistrationOutcome } from '@/lib/registry/version'

/** What an outcome means for the authors of tasks. */
export const outcomeWords: Record<RegistrationOutcome, string> = {
  enforced: 'The Queue has the payload schema and refuses tasks that violate it.',
  'declared-only':
    'The Queue knows the worker type, but takes no payload schema. It is published here; tasks are not checked when they are created.',
  'published-only':
    'The Queue can no longer be told about worker types. The payload schema is published here; tasks are not checked when they are created.',
}
