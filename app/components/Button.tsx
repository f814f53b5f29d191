import type { ComponentProps } from 'react'
import { type ButtonVariant, buttonStyle } from './buttonStyle'
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
