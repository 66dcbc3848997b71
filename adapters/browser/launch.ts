import { type Browser, chromium } from 'playwright-core'
import { Retryable } from '../../core/errors.ts'
import { type BrowserChoice, type FindOptions, findBrowser } from './find.ts'

const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // WebRTC goes the way of everything else or not at all.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--no-first-run',
  '--no-pings',
]

/**
 * @param base the process's environment, which Chromium inherits under the choice's own variables
 * @throws Retryable `browser.died`
 */
export async function launchBrowser(
  choice: BrowserChoice,
  base: Record<string, string | undefined>,
): Promise<Browser> {
  const inherited = Object.entries(base).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const sandboxed = choice.source !== 'bundled' && process.getuid?.() !== 0
  return chromium
    .launch({
      executablePath: choice.executable,
      args: sandboxed ? FLAGS : [...FLAGS, '--no-sandbox'],
      env: { ...Object.fromEntries(inherited), ...choice.env },
      handleSIGTERM: false,
      handleSIGINT: false,
      handleSIGHUP: false,
    })
    .catch((cause: Error) => {
      throw new Retryable({
        code: 'browser.died',
        message: `The browser ${choice.executable} did not start: ${cause.message.split('\n')[0]}.`,
        fix: 'Set SNPD_BROWSER to another Chromium or Chrome.',
        cause,
      })
    })
}

export type BrowserKeeper = {
  /** The one browser of this process; launched on first use and again after it died. */
  get: () => Promise<Browser>
  /** `undefined` until the first launch. */
  describe: () => { source: string; version: string; connected: boolean } | undefined
  close: () => Promise<void>
}

/** Keeps one Chromium per process. */
export function keepBrowser(
  options: FindOptions & { env: Record<string, string | undefined> },
): BrowserKeeper {
  let current: Promise<Browser> | undefined
  let seen: { browser: Browser; source: string } | undefined
  const launch = async () => {
    const choice = await findBrowser(options)
    const browser = await launchBrowser(choice, options.env)
    seen = { browser, source: choice.source }
    return browser
  }
  const get = async (): Promise<Browser> => {
    const before = current
    const running = await before?.catch(() => undefined)
    if (running?.isConnected()) return running
    // Of several callers that saw it dead, the first launches and the others wait for that one.
    if (current === before) current = launch()
    return current ?? launch()
  }
  return {
    get,
    describe: () =>
      seen && {
        source: seen.source,
        version: seen.browser.version(),
        connected: seen.browser.isConnected(),
      },
    close: async () => {
      const running = await current?.catch(() => undefined)
      await running?.close().catch(() => undefined)
    },
  }
}
