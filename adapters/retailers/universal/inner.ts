import type { Frame } from 'playwright-core'
import type { Walk } from '../adapter.ts'
import { act, readControls } from './page.ts'

/** How much of the window a frame fills when it is the page. */
const SHARE = 0.25

const isField = ({ kind, chrome }: { kind: string; chrome: boolean }) =>
  !chrome && (kind === 'field' || kind === 'select')

async function isGreat({ page }: Walk, frame: Frame): Promise<boolean> {
  const box = await (await frame.frameElement()).boundingBox()
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 }
  return box !== null && box.width * Math.min(box.height, height) > width * height * SHARE
}

/** A page of the shop's own that does the asking inside another one. */
async function tillIn(walk: Walk): Promise<Frame | undefined> {
  const { page } = walk
  const own = page
    .frames()
    .filter((frame) => frame.parentFrame() === page.mainFrame() && URL.canParse(frame.url()))
    .filter((frame) => new URL(frame.url()).origin === new URL(page.url()).origin)
  for (const frame of own) {
    if (!(await isGreat(walk, frame).catch(() => false))) continue
    await frame.waitForLoadState('domcontentloaded').catch(() => undefined)
    const controls = await readControls(frame).catch(() => [])
    if (controls.filter(isField).length > 1) return frame
  }
  return undefined
}

/** Where the shop's own frame asks everything and the page around it nothing, the frame is opened as the page. */
export async function goInside(walk: Walk): Promise<void> {
  const { page } = walk
  if (page.frames().length < 2 || (await readControls(page)).some(isField)) return
  const frame = await tillIn(walk)
  if (frame) await act(page, () => page.goto(frame.url(), { waitUntil: 'domcontentloaded' }))
}
