import type { Page } from 'playwright-core'

export type Sight = { jpeg: Uint8Array; width: number; height: number }
export type Cast = {
  /** The last picture was shown: the browser may draw the next one. At most one is ever under way. */
  seen: () => void
  stop: () => Promise<void>
}

/** Good enough to read and to click by; some 30 to 100 KB for a full page (measured). */
const QUALITY = 60

/**
 * Streams what a page shows, as jpegs, whenever it changes (Page.startScreencast of the DevTools protocol). The pictures
 * are shown as they are, nothing painted over: for the eyes of the page's member alone.
 */
export async function castPage(page: Page, show: (sight: Sight) => void): Promise<Cast> {
  const session = await page.context().newCDPSession(page)
  let unseen: number | undefined
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    unseen = sessionId
    const { deviceWidth: width, deviceHeight: height } = metadata
    show({ jpeg: Buffer.from(data, 'base64'), width: Math.round(width), height: Math.round(height) })
  })
  const quietly = (sending: Promise<unknown>) => void sending.catch(() => undefined)
  await session.send('Page.startScreencast', { format: 'jpeg', quality: QUALITY, everyNthFrame: 1 })
  const seen = () => {
    if (unseen === undefined) return
    quietly(session.send('Page.screencastFrameAck', { sessionId: unseen }))
    unseen = undefined
  }
  // The page may be gone already.
  return { seen, stop: () => session.detach().catch(() => undefined) }
}
