/** Waits for something as long as it may take: true where it came about in time. What fails is waited for no longer, either. */
export async function within(milliseconds: number, waited: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  const done = waited.then(
    () => true,
    () => false,
  )
  const inTime = await Promise.race([done, limit])
  clearTimeout(timer)
  return inTime
}
