import { type Cast, castPage } from '../../../adapters/browser/cast.ts'
import { doInPage } from '../../../adapters/browser/hand.ts'
import type { Walk } from '../../../adapters/retailers/adapter.ts'
import type { Hand } from '../../../core/live/hand.ts'
import type { Viewer } from './lines.ts'
import { presenceOf } from './presence.ts'

/** As walks are made for. */
const WALK_SIZE = { width: 1280, height: 900 }

export type Hands = {
  /** Before a press that could buy: throws, with words for the member, when it must not reach the shop. */
  allow: (hand: Hand) => Promise<void>
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
      await hands.allow(hand)
      await doInPage(page, hand)
    } catch (error) {
      // Only our own refusals have words for the member; a page's errors may quote what was typed.
      if (error instanceof NotAllowed) viewer.say({ kind: 'told', message: error.message })
    } finally {
      if (!over) presence.linger()
    }
  }

  const cast = (viewer: Viewer) => {
    const casting = castPage(page, (sight) => viewer.say({ kind: 'picture', ...sight }))
    viewer.onClose(() => void casting.then(stopCast, () => undefined))
    return casting
  }

  const enter = (viewer: Viewer) => {
    current?.close()
    current = viewer
    const casting = cast(viewer)
    casting.catch(() => viewer.close())
    viewer.onMessage((message) => {
      if (message.kind === 'seen') void casting.then(({ seen }) => seen()).catch(() => undefined)
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

/** The press must not reach the shop; the message says why, for the member. */
export class NotAllowed extends Error {}
