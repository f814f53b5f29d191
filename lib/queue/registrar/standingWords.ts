import type { QueueReport } from './queueReport'
import type { Standing } from './standing'

const propertyWords: Record<string, string> = {
  outcome: 'what the Queue takes',
  payloadSchema: 'the payload schema',
  description: 'the description',
  stability: 'the stability',
  expires: 'the expiry',
}

/** The property of a difference in words. */
export function differenceWords(property: string): string {
  return propertyWords[property] ?? property
}

/** A state in a sentence for admins, and what they can do about it. */
export function standingWords({
  state,
  differences,
  expiring,
  expires,
  automaticRenewal,
}: Pick<Standing, 'state' | 'differences' | 'expiring' | 'expires' | 'automaticRenewal'>): {
  meaning: string
  advice: string
} {
  const renewing = automaticRenewal ? 'It will be renewed by the next check.' : 'Renew it.'
  const soon = expiring && expires !== null ? ` It expires on ${expires.toJSON().slice(0, 10)}.` : ''
  switch (state) {
    case 'same':
      return { meaning: `The Queue reports what was registered here.${soon}`, advice: expiring ? renewing : '' }
    case 'changed':
      return { meaning: `${changed(differences)}${soon}`, advice: changedAdvice(differences) }
    case 'missing':
      return { meaning: 'The Queue does not know this worker type, so its tasks are not checked.', advice: renewing }
    case 'expired':
      return {
        meaning: 'The registration has expired: the Queue has forgotten it, and tasks are not checked.',
        advice: renewing,
      }
    case 'undeclared':
      return { meaning: 'The Queue declares no worker types, so there is nothing to compare.', advice: '' }
    case 'unknown':
      return { meaning: 'The Queue could not be asked.', advice: 'Check again later; the last registration stands.' }
    case 'unchecked':
      return { meaning: 'It was not compared with the Queue yet.', advice: 'Check it now.' }
  }
}

function changed(differences: QueueReport['differences']): string {
  const others = differences.filter(({ property }) => property !== 'outcome')
  if (others.length === 0) return 'The Queue takes other declarations than when this version was registered.'
  const words = others.map(({ property }) => differenceWords(property))
  const list = words.length === 1 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
  return `Changed elsewhere: the Queue has something else than what was registered here for ${list}.`
}

function changedAdvice(differences: QueueReport['differences']): string {
  const outcome = differences.find(({ property }) => property === 'outcome')
  if (outcome?.queue === 'enforced') return 'Register the design again: the Queue takes payload schemas now.'
  if (outcome !== undefined)
    return 'Register the design again, so that the version says what its payload schema comes to.'
  return 'Put the registered version back, or register a new one that says what the Queue has.'
}
