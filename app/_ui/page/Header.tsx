import { LogIn, LogOut } from 'lucide-react'
import Link from 'next/link'
import { Button, ButtonLink } from '@/app/_ui/components/Button'
import { MainNavigation } from './MainNavigation.client'
import { ThemeSwitch } from './ThemeSwitch.client'
import type { Theme } from './theme'

/** The top of every page. `signOut` is the server action behind the button. */
export function Header({
  who,
  theme,
  more,
  signOut,
}: {
  who: string | undefined
  theme: Theme
  /** pages for those who may read them */
  more: { href: string; label: string }[]
  signOut: () => Promise<void>
}) {
  return (
    <header className="border-b bg-surface">
      <div className="mx-auto flex max-w-[100rem] flex-wrap items-center gap-x-5 px-4 py-1.5 sm:px-6">
        <Link href="/" className="flex min-h-9 items-center gap-2 font-semibold tracking-tight">
          {/* biome-ignore lint/performance/noImgElement: one small file of our own, nothing to optimise */}
          <img src="/icon.svg" alt="" width={22} height={22} />
          Worker Type Designer
        </Link>
        <div className="order-3 w-full sm:order-none sm:w-auto sm:flex-1">
          <MainNavigation more={more} />
        </div>
        <div className="ml-auto flex min-h-9 items-center gap-2">
          <ThemeSwitch initial={theme} />
          {who === undefined ? (
            <ButtonLink href="/sign-in" size="sm">
              <LogIn aria-hidden />
              Sign in
            </ButtonLink>
          ) : (
            <form action={signOut} className="flex items-center gap-2">
              <span className="hidden max-w-48 truncate text-sm text-ink-soft md:inline" title={who}>
                {who}
              </span>
              <Button type="submit" size="sm">
                <LogOut aria-hidden />
                Sign out
              </Button>
            </form>
          )}
        </div>
      </div>
    </header>
  )
}
