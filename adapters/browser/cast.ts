import type { Page } from 'playwright-core'

export type Sight = { jpeg: Uint8Array; width: number; height: number }
export type Cast = {
  /** The last picture was shown: the browser may draw the next one. At most one is ever under way. */
  seen: () => void
  stop: () => Promise<void>
}

/** A browser that owes its first picture for so long is asked again: of a page at rest, one that was lost is followed by none. */
const FIRST_MS = 1500

/** Good enough to read and to click by; some 30 to 100 KB for a full page (measured). */
const QUALITY = 60

/**
 * Streams what a page shows, as jpegs, whenever it changes (Page.startScreencast of the DevTools protocol). The pictures
 * are shown as they are, nothing painted over: for the eyes of the page's member alone.
 */
export async function castPage(page: Page, show: (sight: Sight) => void): Promise<Cast> {
  const session = await page.context().newCDPSession(page)
  let unseen: number | undefined
  let overdue: NodeJS.Timeout | undefined
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    clearInterval(overdue)
    unseen = sessionId
    const { deviceWidth: width, deviceHeight: height } = metadata
    show({ jpeg: Buffer.from(data, 'base64'), width: Math.round(width), height: Math.round(height) })
  })
  const quietly = (sending: Promise<unknown>) => void sending.catch(() => undefined)
  const start = () =>
    session.send('Page.startScreencast', { format: 'jpeg', quality: QUALITY, everyNthFrame: 1 })
  overdue = setInterval(() => quietly(session.send('Page.stopScreencast').then(start)), FIRST_MS)
  const stop = () => {
    clearInterval(overdue)
    return session.detach().catch(() => undefined)
  }
  await start().catch(async (error: unknown) => {
    await stop()
    throw error
  })
  const seen = () => {
    if (unseen === undefined) return
    quietly(session.send('Page.screencastFrameAck', { sessionId: unseen }))
    unseen = undefined
  }
  // The page may be gone already.
  return { seen, stop }
}
