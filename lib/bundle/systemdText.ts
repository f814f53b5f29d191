import { withoutEnd } from '@/lib/base/withoutEnd'

/** Text as the value of a setting in a systemd unit: one line, no specifiers, no backslash at its end (which would continue the line). */
export function systemdText(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/^ /, '')
  return withoutEnd(line, ' \\').replaceAll('%', '%%')
}
