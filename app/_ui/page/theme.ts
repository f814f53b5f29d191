/** What the reader wants to look at. `system` follows the operating system. */
export type Theme = 'system' | 'light' | 'dark'

export const themeCookie = 'theme'

/** The theme that a cookie names; `system` where it names none. */
export function readTheme(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system'
}
