'use client'
import { fontVariables } from './ui/fonts.ts'
import { locale } from './ui/messages/locale.ts'
import { words } from './ui/messages/shell/global-error.ts'
import { Button } from './ui/parts/button.tsx'
import './globals.css'

/** When even the layout fails: it brings its own document. */
export default function GlobalError() {
  return (
    <html lang={locale.lang} className={fontVariables}>
      <body>
        <title>{words.snpdCouldNotLoad}</title>
        <main className="grid justify-items-start gap-5 p-6 sm:p-12">
          <h1 className="poster text-5xl sm:text-7xl">{words.thatBroke}</h1>
          <p className="text-muted">{words.thisPageCouldNot}</p>
          <Button tone="go" size="large" onClick={() => window.location.reload()}>
            {words.reload}
          </Button>
        </main>
      </body>
    </html>
  )
}
