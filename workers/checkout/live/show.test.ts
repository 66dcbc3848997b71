import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import type { Walk } from '../../../adapters/retailers/adapter.ts'
import type { Hand } from '../../../core/live/hand.ts'
import type { ToWeb, ToWorker } from '../../../core/live/wire.ts'
import { testBrowser } from '../../../test/support/browser.ts'
import type { Viewer } from './lines.ts'
import { type Hands, showPage } from './show.ts'

const keeper = testBrowser()
afterAll(() => keeper.close())

/** What a bank's window does when it is pressed: tells the page that opened it, and closes. */
const bank = `<button style="position:fixed;inset:0;width:100%;height:100%;background:red" onclick="opener.document.title='approved';window.close()">Approve</button>`
const shop = `<body style="background:white"><button style="position:fixed;inset:0;width:100%;height:100%"
  onclick="document.title==='approved'?document.title='pressed again':window.open('about:blank','bank').document.write(this.dataset.bank)"
  data-bank="${bank.replaceAll('"', '&quot;')}">Pay</button>`

async function isRed(picture: ToWeb | undefined): Promise<boolean> {
  if (picture?.kind !== 'picture') return false
  const { channels } = await sharp(picture.jpeg).stats()
  const [red = 0, green = 0] = channels.map(({ mean }) => mean)
  return red > 200 && green < 60
}

function startViewer() {
  const pictures: ToWeb[] = []
  const handlers: ((message: ToWorker) => void)[] = []
  const viewer: Viewer = {
    say: (message) => {
      pictures.push(message)
      for (const handle of handlers) handle({ kind: 'seen' })
    },
    onMessage: (handle) => void handlers.push(handle),
    onClose: () => undefined,
    close: () => undefined,
  }
  const use = (...hands: Hand[]) => {
    for (const hand of hands) for (const handle of handlers) handle({ kind: 'hand', hand })
  }
  const press = () => {
    const last = pictures.at(-1)
    if (last?.kind !== 'picture') return
    const at = { x: 200, y: 200, clicks: 1 }
    const on = { width: last.width, height: last.height }
    use({ kind: 'down', ...at, on }, { kind: 'up', ...at })
  }
  return { viewer, pictures, press, use }
}

test('a window that the page opens, as banks do, is what its member sees and presses, until it closes', async () => {
  const context = await (await keeper.get()).newContext({ viewport: { width: 600, height: 500 } })
  const page = await context.newPage()
  await page.setContent(shop)
  const fronts: string[] = []
  const hands: Hands = {
    allow: async (hand, front) =>
      void (hand.kind === 'down' && fronts.push(front === page ? 'page' : 'bank')),
    begin: async () => undefined,
    isBehind: () => false,
  }
  const showing = showPage({ page, facts: { helped: false } } as unknown as Walk, hands)
  const { viewer, pictures, press } = startViewer()
  showing.enter(viewer)
  await expect.poll(() => pictures.length).toBeGreaterThan(0)
  press()
  await expect.poll(() => context.pages().length).toBe(2)
  await expect.poll(() => isRed(pictures.at(-1))).toBe(true)
  press()
  await expect.poll(() => page.title()).toBe('approved')
  await expect.poll(() => context.pages().length).toBe(1)
  press()
  await expect.poll(() => page.title()).toBe('pressed again')
  expect(fronts).toEqual(['page', 'bank', 'page'])
  await showing.end()
  await context.close()
})

test('a press on a picture of another size than the page has by now is not passed on, and its member is told', async () => {
  const context = await (await keeper.get()).newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.setContent(`<button style="position:fixed;inset:0" onclick="document.title+='+'">Pay</button>`)
  const hands: Hands = {
    allow: async () => undefined,
    begin: async () => undefined,
    isBehind: () => false,
  }
  const showing = showPage({ page, facts: { helped: false } } as unknown as Walk, hands)
  const { viewer, pictures, press, use } = startViewer()
  showing.enter(viewer)
  await expect.poll(() => pictures.length).toBeGreaterThan(0)
  // Before the picture that shows it.
  use({ kind: 'size', width: 640, height: 500 })
  press()
  const said = (kind: ToWeb['kind']) => pictures.filter((each) => each.kind === kind)
  await expect.poll(() => said('told')).toHaveLength(1)
  expect(await page.title()).toBe('')
  await expect.poll(() => said('picture').at(-1)).toMatchObject({ width: 640 })
  pictures.splice(0, pictures.length, ...said('picture'))
  press()
  await expect.poll(() => page.title()).toBe('+')
  expect(said('told')).toHaveLength(0)
  await showing.end()
  await context.close()
})
