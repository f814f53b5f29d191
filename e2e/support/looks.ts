/** How pages are looked at: light, dark, and on a small phone. */
export const looks = [
  { look: 'light', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { look: 'dark', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  { look: 'phone', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
] as const
