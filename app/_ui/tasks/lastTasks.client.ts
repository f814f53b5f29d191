'use client'

/** texts above this are not kept, in characters: browsers give a page a few MB */
const longest = 1_000_000

const key = (taskQueueId: string) => `tasks of ${taskQueueId}`

/** The tasks of the last preview of a worker type in this browser; null where there was none. */
export function lastTasks(taskQueueId: string): string | null {
  try {
    return localStorage.getItem(key(taskQueueId))
  } catch {
    return null
  }
}

/** Keeps the tasks of the last preview of a worker type in this browser, for the review of its next version. */
export function rememberTasks(taskQueueId: string, text: string): void {
  try {
    if (text.length > longest) localStorage.removeItem(key(taskQueueId))
    else localStorage.setItem(key(taskQueueId), text)
  } catch {
    // a browser that keeps nothing, or whose room is full: the review asks for a preview then
  }
}
