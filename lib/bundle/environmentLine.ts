/** Names that a shell and systemd can give to a program. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

/** True for a name that a shell and systemd can put into the environment of a program. */
export function isVariableName(name: string): boolean {
  return NAME.test(name)
}

/**
 * `NAME=value` as both systemd (`EnvironmentFile=`) and a POSIX shell read it. Undefined for what they cannot carry: other names, and
 * control characters except tab and line feed.
 */
export function environmentLine(name: string, value: string): string | undefined {
  const carried = !/[^\P{Cc}\t\n]|\p{Cs}/u.test(value)
  if (!isVariableName(name) || !carried) return undefined
  if (/^[\w@%+:,./-]*$/.test(value)) return `${name}=${value}`
  return `${name}="${value.replace(/["\\$`]/g, '\\$&')}"`
}
