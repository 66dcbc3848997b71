'use client'
import { fontVariables } from './ui/fonts.ts'
import { Button } from './ui/parts/button.tsx'
import './globals.css'

/** When even the layout fails: it brings its own document. */
export default function GlobalError() {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <title>SNPD could not load</title>
        <main className="grid justify-items-start gap-5 p-6 sm:p-12">
          <h1 className="poster text-5xl sm:text-7xl">That broke</h1>
          <p className="text-muted">This page could not be loaded. It may be older than the server.</p>
          <Button tone="go" size="large" onClick={() => window.location.reload()}>
            Reload
          </Button>
        </main>
      </body>
    </html>
  )
}
