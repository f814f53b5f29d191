'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/app/_ui/components/Button'
import { type Theme, themeCookie } from './theme'

const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }
const icons = { system: Monitor, light: Sun, dark: Moon }

/** Goes through system, light and dark, and keeps the choice for a year. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial)
  const Icon = icons[theme]

  const change = () => {
    const chosen = next[theme]
    setTheme(chosen)
    document.documentElement.dataset.theme = chosen
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that the app supports
    document.cookie = `${themeCookie}=${chosen}; path=/; max-age=31536000; samesite=lax`
  }
  return (
    <Button variant="quiet" size="sm" onClick={change} aria-label={`Theme: ${theme}. Change to ${next[theme]}.`}>
      <Icon aria-hidden />
    </Button>
  )
}
