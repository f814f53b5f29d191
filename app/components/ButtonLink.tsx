import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonVariant, buttonStyle } from './buttonStyle'
import { classNames } from './classNames'

/** A link to a page that looks like a button. */
export function ButtonLink({
  variant,
  size,
  className,
  ...rest
}: ComponentProps<typeof Link> & { variant?: ButtonVariant; size?: 'md' | 'sm' }) {
  return <Link className={classNames(buttonStyle(variant, size), className)} {...rest} />
}
