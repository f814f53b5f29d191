import { readFileSync } from 'node:fs'

/**
 * A mark of when a process began, or undefined where the system has none. With it a process number that was given out
 * a second time is not taken for the first owner. Source: field 22 of /proc/<pid>/stat, in ticks since the boot.
 */
export function processStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program stands in brackets and may hold spaces and brackets itself.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
