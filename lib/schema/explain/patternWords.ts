import { emailPattern } from '@/lib/schema/draft4/emailPattern'
import { ipv6Pattern } from '@/lib/schema/draft4/ipv6Pattern'

/** Patterns that stand for a format, and what a text must be, in words that follow "must be": nobody reads the pattern. */
export const patternWords: ReadonlyMap<string, string> = new Map([
  [emailPattern, 'an e-mail address without a display name'],
  [ipv6Pattern, 'an IPv6 address'],
])
