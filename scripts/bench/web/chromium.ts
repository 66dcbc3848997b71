import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type BrowserContext, chromium } from 'playwright-core'
import { findBrowser } from '../../../adapters/browser/find.ts'

export type OpenChromium = {
  /** Of its DevTools, for Lighthouse. */
  port: number
  /** Its own profile, driven by Playwright: what signs in here is signed in for Lighthouse. */
  context: BrowserContext
  close: () => Promise<void>
}

const flags = [
  ...['--headless', '--no-first-run', '--no-sandbox', '--remote-debugging-port=0'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]

/** Chromium writes the port that it took into its profile. */
async function portOf(profile: string, until: number): Promise<number> {
  const file = join(profile, 'DevToolsActivePort')
  while (!existsSync(file) || !readFileSync(file, 'utf8').includes('\n')) {
    if (Date.now() > until) throw new Error('Chromium did not come up within half a minute.')
    await wait(100)
  }
  return Number(readFileSync(file, 'utf8').split('\n')[0])
}

/** Starts a Chromium with a new profile, to be driven by Playwright and by Lighthouse. */
export async function openChromium(env: Record<string, string | undefined>): Promise<OpenChromium> {
  const { SNPD_BROWSER: configured, PATH: path, SNPD_CACHE: cache = '.cache' } = env
  const choice = await findBrowser({ configured, path, cache })
  const profile = mkdtempSync(join(tmpdir(), 'snpd-bench-web-'))
  const child = spawn(choice.executable, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    env: { ...env, ...choice.env } as NodeJS.ProcessEnv,
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const port = await portOf(profile, Date.now() + 30_000)
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const [context] = browser.contexts()
  if (!context) throw new Error('Chromium has no profile.')
  const close = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  }
  return { port, context, close }
}
