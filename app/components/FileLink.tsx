import type { ComponentProps } from 'react'
import { classNames } from './classNames'

/** A link in running text to a file. The browser asks for it only when it is followed. */
export function FileLink({ className, ...rest }: ComponentProps<'a'> & { href: string }) {
  return (
    <a
      className={classNames('text-accent underline underline-offset-2 hover:text-accent-hover', className)}
      {...rest}
    />
  )
}
