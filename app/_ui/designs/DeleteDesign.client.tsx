'use client'

import { Trash2 } from 'lucide-react'
import { Button } from '@/app/_ui/components/Button'
import { ConfirmDialog } from '@/app/_ui/forms/ConfirmDialog.client'
import type { Problem } from '@/lib/base/problem'

/** Deletes a design after a second question. */
export function DeleteDesign({ title, remove }: { title: string; remove: () => Promise<{ problems: Problem[] }> }) {
  const trigger = (
    <Button variant="danger">
      <Trash2 aria-hidden />
      Delete
    </Button>
  )
  return (
    <ConfirmDialog trigger={trigger} title={`Delete the design ${title}?`} action={remove}>
      The text of the design is gone then. What was registered from it stays registered.
    </ConfirmDialog>
  )
}
