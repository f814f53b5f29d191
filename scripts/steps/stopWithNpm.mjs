/**
 * Stops with the npm that started this process: killed without a chance to say so, npm leaves its child behind, which would go on holding
 * the data directory.
 * @param {() => void} stop
 */
export function stopWithNpm(stop) {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) stop()
  }, 500).unref()
}
