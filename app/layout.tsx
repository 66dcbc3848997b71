import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { fontVariables } from './ui/fonts.ts'
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
  // A page made at build time has no nonce, and its scripts would be refused by our Content-Security-Policy.
  await connection()
  return (
    <html lang="en" className={fontVariables}>
      <body>{children}</body>
    </html>
  )
}
