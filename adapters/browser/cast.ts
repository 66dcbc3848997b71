import type { Page } from 'playwright-core'

export type Sight = { jpeg: Uint8Array; width: number; height: number }
export type Cast = {
  /** The oldest picture that was not seen yet was: the browser may draw another. Three at most are ever under way. */
  seen: () => void
  stop: () => Promise<void>
}

/** A browser that owes its first picture for so long is asked again: of a page at rest, one that was lost is followed by none. */
const FIRST_MS = 1500

/** Chromium drops what it draws while three pictures are under way; whether it counts ours as we do is its own affair. */
const CROWDED = 2

/** Good enough to read and to click by; some 30 to 100 KB for a full page (measured). */
const QUALITY = 60

/**
 * Streams what a page shows, as jpegs, whenever it changes (Page.startScreencast of the DevTools protocol). The pictures
 * are shown as they are, nothing painted over: for the eyes of the page's member alone.
 */
export async function castPage(page: Page, show: (sight: Sight) => void): Promise<Cast> {
  const session = await page.context().newCDPSession(page)
  let unseen: number[] = []
  let [mayHaveLost, isOver] = [false, false]
  let overdue: NodeJS.Timeout | undefined
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    clearInterval(overdue)
    unseen.push(sessionId)
    mayHaveLost ||= unseen.length >= CROWDED
    const { deviceWidth: width, deviceHeight: height } = metadata
    show({ jpeg: Buffer.from(data, 'base64'), width: Math.round(width), height: Math.round(height) })
  })
  const quietly = (sending: Promise<unknown>) => void sending.catch(() => undefined)
  const start = () =>
    session.send('Page.startScreencast', { format: 'jpeg', quality: QUALITY, everyNthFrame: 1 })
  const restart = () => quietly(session.send('Page.stopScreencast').then(start))
  const watchFirst = () => {
    clearInterval(overdue)
    overdue = setInterval(restart, FIRST_MS)
  }
  watchFirst()
  const stop = () => {
    clearInterval(overdue)
    isOver = true
    return session.detach().catch(() => undefined)
  }
  await start().catch(async (error: unknown) => {
    await stop()
    throw error
  })
  const seen = () => {
    const [sessionId, ...others] = unseen
    if (sessionId === undefined || isOver) return
    unseen = others
    quietly(session.send('Page.screencastFrameAck', { sessionId }))
    if (!mayHaveLost || others.length > 0) return
    // What the page looks like now may have been dropped; at rest it draws no other.
    mayHaveLost = false
    restart()
    watchFirst()
  }
  // The page may be gone already.
  return { seen, stop }
}
