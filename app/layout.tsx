import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { fontVariables } from './ui/fonts.ts'
import { locale } from './ui/messages/locale.ts'
import { pageWords as words } from './ui/messages/pages.ts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'SNPD', template: '%s · SNPD' },
  get description() {
    return words.streetIntelOnSneakers
  },
  icons: { apple: '/icons/any-192.png' },
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#F4F1EA' },
    { media: '(prefers-color-scheme: dark)', color: '#0B0B0C' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Asking for headers keeps pages from being made at build time: those have no nonce, which our Content-Security-Policy
  // asks of scripts, and no language.
  const wordsAt = (await headers()).get('x-snpd-words')
  return (
    <html lang={locale.lang} className={fontVariables}>
      {/* Waited for: what the page is made alive with, further down, says these words. */}
      <head>{wordsAt && <script src={wordsAt} />}</head>
      <body>{children}</body>
    </html>
  )
}
