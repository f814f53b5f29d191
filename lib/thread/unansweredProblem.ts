import type { Problem } from '@/lib/base/problem'
import type { Unanswered } from './message'
import { usualMegabytes } from './pool'

/** Why a job has no answer, in words. `budget` is what it had, in milliseconds. */
export function unansweredProblem(why: Unanswered, budget: number): Problem {
  return { severity: 'error', path: '', ...words(why, budget) }
}

function words(why: Unanswered, budget: number): Pick<Problem, 'code' | 'message' | 'help'> {
  switch (why) {
    case 'out-of-time':
      return {
        code: 'out-of-time',
        message: `Working this out took longer than ${seconds(budget)} and was ended.`,
        help: `Nothing was lost, and nothing is decided. ${elsewhere}`,
      }
    case 'out-of-memory':
      return {
        code: 'out-of-memory',
        message: `Working this out took more memory than the ${usualMegabytes} MB that are allowed for it, and was ended.`,
        help: `Nothing was lost, and nothing is decided. ${elsewhere}`,
      }
    case 'too-deep':
      return {
        code: 'too-deep',
        message: 'This nests too deeply to be worked out.',
        help: 'Nothing was lost. Make it flatter.',
      }
    case 'busy':
      return {
        code: 'too-busy',
        message: 'Too much else is being worked out at this moment, so this was not begun.',
        help: 'Nothing was lost. Try it again in a moment.',
      }
    case 'ended':
      return {
        code: 'work-ended',
        message: 'Working this out ended early.',
        help: 'Nothing was lost, and nothing is decided. Try it again.',
      }
  }
}

const elsewhere = 'Make it smaller, or use wtd on the command line, which takes all the time that it needs.'

function seconds(milliseconds: number): string {
  const count = Math.round(milliseconds / 100) / 10
  return count === 1 ? '1 second' : `${count} seconds`
}
