/**
 * How pages are looked at: light, dark, and on a small phone; and the rules of axe that can say something else there than in light. The deep
 * tier asks all rules in every look.
 */
export const looks = [
  { look: 'light', viewport: { width: 1440, height: 900 }, colorScheme: 'light', rules: undefined },
  { look: 'dark', viewport: { width: 1440, height: 900 }, colorScheme: 'dark', rules: ['color-contrast'] },
  { look: 'phone', viewport: { width: 320, height: 640 }, colorScheme: 'light', rules: ['target-size'] },
] as const
