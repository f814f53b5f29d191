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

/** A link in running text to a file. The browser asks for it only when it is followed. */
export function FileLink({ className, ...rest }: ComponentProps<'a'> & { href: string }) {
  return (
    <a
      className={classNames('text-accent underline underline-offset-2 hover:text-accent-hover', className)}
      {...rest}
    />
  )
}
