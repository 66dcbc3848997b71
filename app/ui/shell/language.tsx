'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect } from 'react'
import { locale } from '../messages/locale.ts'
import { words } from '../messages/shell/language.ts'

/** Each in its own words: who looks for theirs may not read the others. */
const languages = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
]

const chosen = () => /(?:^|; )locale=(\w+)/.exec(document.cookie)?.[1]

/** A page that was open while another language was chosen beside it loads anew: its next part would come in that one. */
function useOneLanguage() {
  useEffect(() => {
    const look = () => {
      const now = chosen()
      if (!document.hidden && now && now !== document.documentElement.lang) window.location.reload()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
}

/** Chooses the language of the site; a plain form, answered by app/http/handler.ts with this page in that language. */
export function Language() {
  useOneLanguage()
  const query = useSearchParams().toString()
  const back = usePathname() + (query && `?${query}`)
  return (
    <form action="/language" aria-label={words.language} className="flex flex-wrap items-center gap-x-1">
      <input type="hidden" name="back" value={back} />
      {languages.map(({ code, name }) => (
        <button
          key={code}
          type="submit"
          name="locale"
          value={code}
          lang={code}
          aria-pressed={locale.lang === code}
          className="min-h-11 px-2 text-sm text-muted underline-offset-4 hover:underline aria-pressed:font-semibold aria-pressed:text-fg"
        >
          {name}
        </button>
      ))}
    </form>
  )
}
