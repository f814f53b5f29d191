'use client'

import { Button, ButtonLink } from './_ui/components/Button'
import { databaseGoneDigest } from './_ui/page/databaseGoneDigest'

/** Something that should not have happened. Nothing of it is shown but the number under which the server has logged it. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  const isGone = digest === databaseGoneDigest
  return (
    <div className="max-w-prose space-y-3">
      <h1 className="text-2xl font-semibold">This page did not work</h1>
      <p>
        {isGone
          ? 'The database of this server cannot be used at the moment. What you saved is still there; try the page again soon.'
          : 'The fault is ours. What you saved is still there; try the page again, or begin from the list of worker types.'}
      </p>
      {digest !== undefined && !isGone && <p className="text-sm text-ink-soft">For the server's log: {digest}</p>}
      <div className="flex gap-2">
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
        <ButtonLink href="/">Worker types</ButtonLink>
      </div>
    </div>
  )
}
