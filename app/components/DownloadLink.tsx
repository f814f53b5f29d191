import type { ComponentProps } from 'react'
import { type ButtonVariant, buttonStyle } from './buttonStyle'

/** A link to a file that looks like a button. The browser asks for it only when it is followed. */
export function DownloadLink({
  variant,
  size,
  ...rest
}: ComponentProps<'a'> & { href: string; variant?: ButtonVariant; size?: 'md' | 'sm' }) {
  return <a className={buttonStyle(variant, size)} {...rest} />
}
