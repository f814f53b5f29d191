import type { RegistrationOutcome } from '@/lib/registry/version'

/** What a registration came to, in a sentence for admins, and what they can do about it. */
export const outcomeWords: Record<RegistrationOutcome, { meaning: string; advice: string }> = {
  enforced: {
    meaning: 'The Queue takes payload schemas: from now on it refuses every task whose payload violates this one.',
    advice: '',
  },
  'declared-only': {
    meaning: 'The Queue knows the worker type, but takes no payload schemas: tasks that cannot run are not refused.',
    advice: 'Put the gate in front of this Queue to have tasks checked when they are created.',
  },
  'published-only': {
    meaning:
      'The Queue of this deployment declares no worker types: schema and documentation are published here, and nothing is refused.',
    advice: 'Put the gate in front of this Queue to have tasks checked when they are created.',
  },
}
