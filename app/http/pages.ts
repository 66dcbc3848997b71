import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import next from 'next'
import type { Handler } from './handler.ts'
import { languageOf, openLanguages } from './language.ts'
import { wordsPath } from './words.ts'

export type Pages = { handle: Handler; close: () => Promise<void> }

/**
 * Next inside our server: built pages, or compiled on request in development, when Next also takes the upgrade of its
 * own reload socket on this server and leaves all others alone.
 */
export async function startPages(
  httpServer: Server,
  { port, development }: { port: number; development: boolean },
): Promise<Pages> {
  const dir = fileURLToPath(new URL('../..', import.meta.url))
  const app = next({ dir, dev: development, hostname: '127.0.0.1', port, httpServer })
  await app.prepare()
  const handle = app.getRequestHandler()
  const speak = openLanguages()
  return {
    handle: (request, response) => {
      const language = languageOf(request.headers)
      // Where a page in German finds its words (app/layout.tsx); never what a client says.
      delete request.headers['x-snpd-words']
      if (language === 'de') request.headers['x-snpd-words'] = wordsPath
      response.setHeader('content-language', language)
      return speak(language, () => handle(request, response))
    },
    close: () => app.close(),
  }
}
