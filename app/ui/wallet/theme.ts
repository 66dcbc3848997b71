import { darkTheme, lightTheme } from '@rainbow-me/rainbowkit'

const base = { accentColor: '#D4FF3A', accentColorForeground: '#0B0B0C', borderRadius: 'none' } as const

type OneTheme = ReturnType<typeof lightTheme>

/** RainbowKit in our colours; its own greys fail AA. */
function dressed(
  theme: OneTheme,
  { ground, text, quiet }: { ground: string; text: string; quiet: string },
): OneTheme {
  const fonts = { body: 'var(--font-inter)' }
  const colors = {
    ...theme.colors,
    modalBackground: ground,
    modalText: text,
    modalTextDim: quiet,
    modalTextSecondary: quiet,
    closeButton: text,
    closeButtonBackground: 'transparent',
    modalBorder: text,
  }
  return { ...theme, fonts, colors }
}

export const walletTheme = {
  lightMode: dressed(lightTheme(base), { ground: '#F4F1EA', text: '#0B0B0C', quiet: '#49463F' }),
  darkMode: dressed(darkTheme(base), { ground: '#161618', text: '#F4F1EA', quiet: '#B3B0A8' }),
}
