import { useEffect, useState } from 'react'

export type Theme = 'light' | 'dark'

const stored = 'erie-crm.theme'

function initialTheme(): Theme {
  const chosen = localStorage.getItem(stored)
  if (chosen === 'light' || chosen === 'dark') return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Light or dark: what the person chose here, else what the system says. */
export function useTheme() {
  const [theme, setTheme] = useState(initialTheme)
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  const toggle = () => {
    const next = theme === 'dark' ? 'light' : 'dark'
    localStorage.setItem(stored, next)
    setTheme(next)
  }
  return { theme, toggle }
}
