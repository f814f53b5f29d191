'use client'

import { useState } from 'react'

/** True from the first time that the condition holds: what has opened because of it does not close under the reader's hands. */
export function useLatch(condition: boolean): boolean {
  const [held, setHeld] = useState(condition)
  if (condition && !held) setHeld(true)
  return held
}
