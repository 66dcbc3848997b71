import type { Page } from 'playwright-core'
import type { Hand } from '../../core/live/hand.ts'

type Doing = { [Kind in Hand['kind']]: (page: Page, hand: Extract<Hand, { kind: Kind }>) => Promise<void> }

const doing: Doing = {
  move: ({ mouse }, { x, y }) => mouse.move(x, y),
  down: async ({ mouse }, { x, y, clicks }) => {
    await mouse.move(x, y)
    await mouse.down({ clickCount: clicks })
  },
  up: async ({ mouse }, { x, y, clicks }) => {
    await mouse.move(x, y)
    await mouse.up({ clickCount: clicks })
  },
  wheel: async ({ mouse }, { x, y, dx, dy }) => {
    await mouse.move(x, y)
    await mouse.wheel(dx, dy)
  },
  // As keys, one by one: fields that write their own spaces and dashes listen for them.
  text: ({ keyboard }, { text }) => keyboard.type(text),
  key: ({ keyboard }, { key, shift }) => keyboard.press(shift ? `Shift+${key}` : key),
  size: (page, { width, height }) => page.setViewportSize({ width, height }),
}

/** Does in the page what the member's hand did. What is typed goes to the page and nowhere else. */
export async function doInPage(page: Page, hand: Hand): Promise<void> {
  await (doing[hand.kind] as (page: Page, hand: Hand) => Promise<void>)(page, hand)
}
