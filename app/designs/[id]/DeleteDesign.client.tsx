'use client'

import { Trash2 } from 'lucide-react'
import { AlertDialog } from 'radix-ui'
import type { Problem } from '@/lib/base/problem'
import { Button } from '../../components/Button'
import { useFormAction } from '../../forms/useFormAction.client'
import { Problems } from '../../results/Problems'

/** Deletes a design after a second question. */
export function DeleteDesign({ title, remove }: { title: string; remove: () => Promise<{ problems: Problem[] }> }) {
  const [state, action, pending] = useFormAction(remove, { problems: [] })
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger asChild>
        <Button variant="danger">
          <Trash2 aria-hidden />
          Delete
        </Button>
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 bg-page opacity-80" />
        <AlertDialog.Content className="fixed top-1/2 left-1/2 w-[min(28rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 space-y-3 rounded-lg border border-line-strong bg-surface p-5 shadow-lg">
          <AlertDialog.Title className="text-lg font-semibold">Delete the design {title}?</AlertDialog.Title>
          <AlertDialog.Description className="text-sm text-ink-soft">
            The text of the design is gone then. What was registered from it stays registered.
          </AlertDialog.Description>
          <Problems problems={state.problems} />
          <form action={action} className="flex justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>Keep it</Button>
            </AlertDialog.Cancel>
            <Button type="submit" variant="danger" disabled={pending}>
              Delete
            </Button>
          </form>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
