import type { Page } from 'playwright-core'
import { type Cast, castPage } from '../../../adapters/browser/cast.ts'
import { frontOf, watchFront } from '../../../adapters/browser/front.ts'
import { doInPage } from '../../../adapters/browser/hand.ts'
import type { Walk } from '../../../adapters/retailers/adapter.ts'
import type { Hand } from '../../../core/live/hand.ts'
import type { Viewer } from './lines.ts'
import { presenceOf } from './presence.ts'

/** As walks are made for. */
const WALK_SIZE = { width: 1280, height: 900 }

const OUTDATED = 'The page took another size as you pressed. Press again.'

export type Hands = {
  /** Before a press that could buy: throws, with words for the member, when it must not reach the shop. */
  allow: (hand: Hand, page: Page) => Promise<void>
  /** The member uses the page, for the first time. */
  begin: () => Promise<void>
  /** An order may be under way. */
  isBehind: () => boolean
}

export type Showing = {
  /** One more pair of eyes; it takes the place of the one before. */
  enter: (viewer: Viewer) => void
  /** Nothing more is taken from the member; resolves when the hand's last act has ended. */
  end: () => Promise<void>
}

/**
 * The page has taken another size since the picture that was pressed on, and what was there may be elsewhere: the first
 * picture is as large as walks are made for, the next as large as the member's screen has room for.
 */
function isOutdated(hand: Hand, page: Page): boolean {
  const size = page.viewportSize()
  if (hand.kind !== 'down' || !size) return false
  return hand.on.width !== size.width || hand.on.height !== size.height
}

/** Shows a page to its member and lends it their hand, one act after the other. */
export function showPage(walk: Walk, hands: Hands): Showing {
  const { page, facts } = walk
  let [current, over]: [Viewer | undefined, boolean] = [undefined, false]
  let doing: Promise<void> = Promise.resolve()
  const inTurn = (next: () => Promise<void>) => {
    doing = doing.then(next).catch(() => undefined)
  }
  const presence = presenceOf(walk, { isBehind: hands.isBehind, inTurn })

  const act = async (viewer: Viewer, hand: Hand) => {
    if (over || viewer !== current) return
    try {
      if (!facts.helped && hand.kind !== 'size' && hand.kind !== 'move') {
        await hands.begin()
        facts.helped = true
      }
      if (!(await presence.come())) return
      const front = frontOf(page)
      if (isOutdated(hand, front)) throw new NotAllowed(OUTDATED)
      await hands.allow(hand, front)
      await doInPage(front, hand)
    } catch (error) {
      // Only our own refusals have words for the member; a page's errors may quote what was typed.
      if (error instanceof NotAllowed) viewer.say({ kind: 'told', message: error.message })
    } finally {
      if (!over) presence.linger()
    }
  }

  const enter = (viewer: Viewer) => {
    current?.close()
    current = viewer
    const seen = castFront(walk, viewer)
    viewer.onMessage((message) => {
      if (message.kind === 'seen') seen()
      else inTurn(() => act(viewer, message.hand))
    })
  }
  const end = async () => {
    over = true
    presence.end()
    await doing
    current?.close()
    await page.setViewportSize(WALK_SIZE).catch(() => undefined)
  }
  return { enter, end }
}

const stopCast = (cast: Cast) => cast.stop()

/** Shows whichever window is in front: banks open one of their own. @returns to be called when a picture was shown */
function castFront({ page }: Walk, viewer: Viewer): () => void {
  let casting: Promise<Cast> | undefined
  const show = (front: Page) => {
    void casting?.then(stopCast, () => undefined)
    casting = castPage(front, (sight) => viewer.say({ kind: 'picture', ...sight }))
    // A window that has closed meanwhile leaves the page to be shown; the page itself, nothing.
    casting.catch(() => front === page && viewer.close())
  }
  const unwatch = watchFront(page, show)
  viewer.onClose(() => {
    unwatch()
    void casting?.then(stopCast, () => undefined)
  })
  show(frontOf(page))
  return () => void casting?.then(({ seen }) => seen()).catch(() => undefined)
}

/** The press must not reach the shop; the message says why, for the member. */
export class NotAllowed extends Error {}
