import Link from 'next/link'
import type { ComponentProps } from 'react'
import { classNames } from './classNames'

/** A button; without `type` it submits nothing. */
export function Button({
  variant,
  size,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { variant?: ButtonVariant; size?: 'md' | 'sm' }) {
  return <button type={type} className={classNames(buttonStyle(variant, size), className)} {...rest} />
}

/** A link to a page that looks like a button. */
export function ButtonLink({
  variant,
  size,
  className,
  ...rest
}: ComponentProps<typeof Link> & { variant?: ButtonVariant; size?: 'md' | 'sm' }) {
  return <Link className={classNames(buttonStyle(variant, size), className)} {...rest} />
}

/** A link to a file that looks like a button. The browser asks for it only when it is followed. */
export function DownloadLink({
  variant,
  size,
  ...rest
}: ComponentProps<'a'> & { href: string; variant?: ButtonVariant; size?: 'md' | 'sm' }) {
  return <a className={buttonStyle(variant, size)} {...rest} />
}

type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

const variants: Record<ButtonVariant, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'border-transparent text-accent hover:bg-accent-soft',
  danger: 'border-bad bg-surface text-bad hover:bg-bad-soft',
}

/** The look of buttons and of links that act like one. */
function buttonStyle(variant: ButtonVariant = 'secondary', size: 'md' | 'sm' = 'md'): string {
  return classNames(
    'inline-flex items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap',
    'disabled:cursor-not-allowed disabled:opacity-60 [&_svg]:size-4 [&_svg]:shrink-0',
    size === 'md' ? 'min-h-9 px-3 text-sm' : 'min-h-7 px-2 text-[0.82rem]',
    variants[variant],
  )
}
