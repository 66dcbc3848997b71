import { type BrowserKeeper, keepBrowser } from '../../adapters/browser/launch.ts'

/** The real browser of this machine (or the bundled one, unpacked once into .cache). Close it in afterAll. */
export function testBrowser(): BrowserKeeper {
  return keepBrowser({
    configured: process.env.SNPD_BROWSER,
    cache: '.cache',
    path: process.env.PATH,
    env: process.env,
  })
}
