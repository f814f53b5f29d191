import { LockKeyhole, LockKeyholeOpen } from 'lucide-react'
import { Code } from '@/app/_ui/components/Code'
import { classNames } from '@/app/_ui/components/classNames'
import { TextLink } from '@/app/_ui/components/TextLink'
import type { Permission } from '@/lib/auth/permissions'

/** What it takes to do something, and whether the reader has it: said before the click. `to` is as in "change this design". */
export function PermissionNote({
  to,
  permission,
  className,
}: {
  to: string
  permission: Permission
  className?: string
}) {
  const { allowed, signedIn, needed, missing } = permission
  const Icon = allowed ? LockKeyholeOpen : LockKeyhole
  const shown = signedIn && !allowed ? missing : needed
  return (
    <p className={classNames('flex items-start gap-1.5 text-[0.82rem] text-ink-soft', className)}>
      <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0 break-words">
        {signedIn ? (
          `${allowed ? 'You may' : 'You may not'} ${to}`
        ) : (
          <>
            <TextLink href="/sign-in">Sign in</TextLink> to {to}
          </>
        )}
        {shown.length === 0 ? '.' : `${signedIn && allowed ? ': you have' : signedIn ? ': you lack' : '; it takes'} `}
        {shown.map((scope, at) => (
          <span key={scope}>
            {at > 0 && ', '}
            <Code>{scope}</Code>
          </span>
        ))}
        {shown.length > 0 && '.'}
      </span>
    </p>
  )
}
