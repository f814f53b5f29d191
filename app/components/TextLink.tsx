import Link from 'next/link'
import type { ComponentProps } from 'react'
import { classNames } from './classNames'

/** A link in running text or in a table. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={classNames('text-accent underline underline-offset-2 hover:text-accent-hover', className)}
      {...rest}
    />
  )
}
