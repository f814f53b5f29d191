'use client'

import { setNonce } from 'get-nonce'
import { AlertDialog } from 'radix-ui'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/app/_ui/components/Button'
import { Problems } from '@/app/_ui/components/Problems'
import type { Problem } from '@/lib/base/problem'
import { useFormAction } from './useFormAction.client'

/** A button that asks a second question before it does something that cannot be taken back. What goes wrong stays in the dialog. */
export function ConfirmDialog({
  trigger,
  title,
  keep = 'Keep it',
  confirm = 'Delete',
  action,
  children,
}: {
  trigger: ReactNode
  title: string
  /** the word of the button that changes nothing */
  keep?: string
  /** the word of the button that does it */
  confirm?: string
  action: (form: FormData) => Promise<{ problems: Problem[] }>
  /** what it will mean */
  children: ReactNode
}) {
  const [open, setOpen] = useState(false)
  const [state, send, pending] = useFormAction(
    async (form) => {
      const result = await action(form)
      if (result.problems.length === 0) setOpen(false)
      return result
    },
    { problems: [] },
  )
  // an open dialog puts a style into the page, which the policy of the page lets in by its nonce
  useEffect(() => setNonce(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''), [])
  return (
    <AlertDialog.Root open={open} onOpenChange={setOpen}>
      <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 bg-page opacity-80" />
        <AlertDialog.Content className="fixed top-1/2 left-1/2 w-[min(28rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 space-y-3 rounded-lg border border-line-strong bg-surface p-5 shadow-lg">
          <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description className="text-sm text-ink-soft">{children}</AlertDialog.Description>
          <Problems problems={state.problems} />
          <form action={send} className="flex justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>{keep}</Button>
            </AlertDialog.Cancel>
            <Button type="submit" variant="danger" disabled={pending}>
              {confirm}
            </Button>
          </form>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
