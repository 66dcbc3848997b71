import { findBrowser } from '../../adapters/browser/find.ts'

/** Finds, or unpacks once, the Chromium that the checkout worker will drive, so that its first job does not wait for that. */
export async function locateBrowser(
  configured: string | undefined,
  cache: string,
): Promise<{ detail: string }> {
  const { source, executable } = await findBrowser({ configured, cache, path: process.env.PATH })
  return { detail: `${source}: ${executable}` }
}
