/** Something that runs again and again. */
export interface RepeatedTask {
  /** runs it now, or waits for the run that is under way */
  runNow(): Promise<void>
  stop(): void
}

/**
 * Runs a task now and then, `every` milliseconds after its last run has ended, so that there is one run at a time. A run that fails is told to
 * `onFailure`, and the next one comes as ever. The timer keeps no process alive.
 */
export function repeatTask(
  task: () => Promise<unknown>,
  { every, onFailure }: { every: number; onFailure: (error: unknown) => void },
): RepeatedTask {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let stopped = false
  const wait = () => {
    clearTimeout(timer)
    if (stopped) return
    timer = setTimeout(runNow, every)
    timer.unref()
  }
  const run = async () => {
    try {
      // A task that throws before it waits for anything is one that fails, too.
      await Promise.resolve().then(task)
    } catch (error) {
      onFailure(error)
    } finally {
      running = undefined
      wait()
    }
  }
  const runNow = () => {
    running ??= run()
    return running
  }
  wait()
  return {
    runNow,
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
