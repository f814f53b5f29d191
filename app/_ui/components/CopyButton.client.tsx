'use client'

import { Check, Copy, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './Button'

/** Copies a text. Says so, and says when the browser does not allow it. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), 2000)
    return () => clearTimeout(timer)
  }, [state])

  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    ) ?? setState('refused')

  const Icon = { idle: Copy, copied: Check, refused: X }[state]
  return (
    <Button size="sm" onClick={copy} aria-label={`Copy ${what}`}>
      <Icon aria-hidden />
      <span aria-live="polite">{{ idle: 'Copy', copied: 'Copied', refused: 'Not allowed' }[state]}</span>
    </Button>
  )
}
