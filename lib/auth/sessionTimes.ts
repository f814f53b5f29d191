const minute = 60_000
const day = 24 * 60 * minute

/** How long a session lasts that nobody uses, in milliseconds; using it begins that anew. */
export const idleLimit = 7 * day

/** How long a session lasts at the most, in milliseconds. */
export const ageLimit = 30 * day

/** A session is renewed when it was not for this long, in milliseconds: not at every request. */
export const renewalStep = 6 * 60 * minute

/** How long the word of another deployment about its credentials is good, in milliseconds. */
export const scopesFresh = 5 * minute

/** How long it is good while that deployment does not answer, in milliseconds; the Queue there checks again anyway. */
export const scopesStale = 60 * minute

/** How long a sign-in link is good, in milliseconds. */
export const linkLimit = day

/** The earliest of some times. */
export function earliest(first: Date, ...others: (Date | undefined)[]): Date {
  return others.reduce<Date>((soonest, time) => (time !== undefined && time < soonest ? time : soonest), first)
}
