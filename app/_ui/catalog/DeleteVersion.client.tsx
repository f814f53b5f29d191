'use client'

import { Trash2 } from 'lucide-react'
import { Button } from '@/app/_ui/components/Button'
import { ConfirmDialog } from '@/app/_ui/forms/ConfirmDialog.client'
import type { Problem } from '@/lib/base/problem'

/** Deletes a version of an entry after a second question. */
export function DeleteVersion({ what, remove }: { what: string; remove: () => Promise<{ problems: Problem[] }> }) {
  const trigger = (
    <Button variant="danger" size="sm" aria-label={`Delete ${what}`}>
      <Trash2 aria-hidden />
      Delete
    </Button>
  )
  return (
    <ConfirmDialog trigger={trigger} title={`Delete ${what}?`} action={remove}>
      Its text is gone then. No design and no worker type uses it.
    </ConfirmDialog>
  )
}
