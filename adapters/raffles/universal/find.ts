import type { Frame } from 'playwright-core'
import { sentenceSaying } from '../../../core/raffle-form/sentence.ts'
import { pageTrouble } from '../../retailers/adapter.ts'
import { obeyRobots } from '../../retailers/manners.ts'
import type { Control } from '../../retailers/universal/dom.ts'
import { kindOf } from '../../retailers/universal/fields.ts'
import { guard } from '../../retailers/universal/guard.ts'
import { act, readControls, readText, readUntil } from '../../retailers/universal/page.ts'
import { press } from '../../retailers/universal/press.ts'
import type { Draw } from '../adapter.ts'
import { leaveTo, notEntered } from '../ended.ts'
import { alike, entryForm } from './form.ts'
import { readQuestions } from './questions.ts'
import { alreadyIn, requireWelcome, whyShut } from './state.ts'
import { drawWords } from './words.ts'

/** A page may build itself, or ask the shop how the draw stands. Milliseconds. */
const APPEARS_MS = 8_000
const MAX_DOORS = 3
const FRAMES_A_FORM = /form|survey|raffle|draw|entry|ballot|giveaway|sweepstake|verlosung|tirage|sorteo/i

async function open({ walk }: Draw): Promise<void> {
  const { page, productUrl } = walk
  await act(page, () => page.goto(productUrl.href, { waitUntil: 'domcontentloaded' })).catch(
    (cause: Error) => {
      throw pageTrouble(`The draw's page does not open: ${cause.message.split('\n')[0]}.`, cause)
    },
  )
}

/** What it calls itself: its heading. Its title names the shop too. */
async function noteTitle({ walk: { page }, facts }: Draw): Promise<void> {
  const [heading] = await page.locator('h1, h2, [role=heading]').allInnerTexts()
  const words = heading ?? (await page.title())
  facts.title ||= words.replace(/\s+/g, ' ').trim().slice(0, 200)
}

/** What leads to the form: its words say so, and it is not the form's own button. */
function doorOf(controls: Control[], tried: Set<string>): Control | undefined {
  const doors = controls.filter(
    ({ kind, name, disabled, chrome, href }) =>
      (kind === 'button' || kind === 'link') &&
      !disabled &&
      !chrome &&
      name.length < 60 &&
      drawWords.enter.test(name) &&
      !drawWords.notSend.test(name) &&
      !tried.has(`${name} ${href}`),
  )
  return doors.find(({ kind }) => kind === 'link') ?? doors[0]
}

type Seen = {
  form: number | undefined
  door: Control | undefined
  frame: Frame | undefined
  text: string
  shut: boolean
}

const isAsked = (control: Control) => {
  const kind = kindOf(control)
  return (
    control.kind === 'field' && (kind === 'email' || kind === 'name' || kind === 'given' || kind === 'phone')
  )
}

/** A frame of the draw's own origin that asks who somebody is. */
async function formFrame({ walk: { page } }: Draw): Promise<Frame | undefined> {
  for (const frame of page.frames()) {
    if (frame === page.mainFrame() || !URL.canParse(frame.url())) continue
    if (new URL(frame.url()).origin !== new URL(page.url()).origin) continue
    const asks = (await readControls(frame).catch(() => [])).filter(isAsked)
    if (asks.length > 1) return frame
  }
  return undefined
}

async function look(draw: Draw, tried: Set<string>): Promise<Seen> {
  const { page } = draw.walk
  const questions = await readQuestions(page)
  const controls = await readControls(page)
  // Behind a door the first page may ask for a single thing.
  const form = entryForm(questions, controls, tried.size > 0)
  const text = await readText(page)
  const frame = form === undefined ? await formFrame(draw) : undefined
  const shut = whyShut(text) !== undefined || alreadyIn(text) !== undefined
  return { form, door: doorOf(controls, tried), frame, text, shut }
}

/** The page has another's form in it, which the request fence keeps out: the member can open it, or name it with --url. */
async function foreignForm({ walk: { page } }: Draw): Promise<string | undefined> {
  const here = new URL(page.url()).origin
  const sources = await page
    .locator('iframe[src]')
    .evaluateAll((frames) =>
      frames
        .filter((frame) => frame.checkVisibility() && frame.getBoundingClientRect().height > 80)
        .map((frame) => (frame as HTMLIFrameElement).src),
    )
  return sources.find((src) => URL.canParse(src) && new URL(src).origin !== here && FRAMES_A_FORM.test(src))
}

/** No form, and nothing that leads to one: why. */
async function giveUp(draw: Draw, text: string): Promise<never> {
  const { walk } = draw
  const shut = alreadyIn(text) ?? whyShut(text)
  if (shut) throw shut
  const url = await foreignForm(draw)
  if (url) {
    const detail = `The form is another site's (${new URL(url).host}). Enter there yourself, or give its address with --url.`
    throw leaveTo(walk, 'unknown-page', { detail, url })
  }
  const asksPassword = (await readControls(walk.page)).some(
    ({ type, chrome }) => type === 'password' && !chrome,
  )
  const asks = sentenceSaying(text, drawWords.account)
  if (asksPassword || asks !== undefined)
    throw leaveTo(walk, 'account', {
      detail: 'The draw is only for who has an account there. Please enter yourself.',
    })
  const mail = await walk.page
    .locator('a[href^="mailto:"]')
    .first()
    .getAttribute('href', { timeout: 500 })
    .catch(() => null)
  if (mail && drawWords.enter.test(text))
    throw leaveTo(walk, 'unknown-page', {
      detail: `The draw is entered by mail (${mail.slice('mailto:'.length).split('?')[0]}). Please write yourself.`,
    })
  throw leaveTo(walk, 'unknown-page', { detail: 'No form of a draw was found on this page.' })
}

/** A page of several draws does not say which one is meant. */
async function requireOne({ walk }: Draw, form: number): Promise<void> {
  const count = alike(await readQuestions(walk.page), await readControls(walk.page), form)
  if (count < 2) return
  const detail = `This page has several draws (${count}). Give the page of the one that you mean, or enter yourself.`
  throw leaveTo(walk, 'unknown-page', { detail })
}

/** Through the doors, to the page that has the form; one in a frame of the draw's own is opened as a page. */
async function reachForm(draw: Draw): Promise<void> {
  const { page } = draw.walk
  const tried = new Set<string>()
  for (let doors = 0; ; doors++) {
    await guard(draw.walk)
    const wanted = ({ form, door, frame, shut }: Seen) =>
      form !== undefined || door !== undefined || frame !== undefined || shut
    const { form, door, frame, text } = await readUntil(page, {
      read: () => look(draw, tried),
      wanted,
      ms: APPEARS_MS,
    })
    await noteTitle(draw)
    requireWelcome(draw, text)
    const before = alreadyIn(text)
    if (before) throw before
    if (form !== undefined) return requireOne(draw, form)
    if (frame)
      await act(page, () => page.goto(frame.url(), { referer: page.url(), waitUntil: 'domcontentloaded' }))
    else if (door && doors < MAX_DOORS && !whyShut(text)) {
      tried.add(`${door.name} ${door.href}`)
      await act(page, () => press(page, door))
    } else await giveUp(draw, text)
  }
}

/** Opens the draw and its form. */
export async function find(draw: Draw): Promise<string> {
  const { walk, facts } = draw
  await obeyRobots(walk)
  await open(draw)
  const status = walk.status()
  if (status === 404 || status === 410) throw notEntered('closed', 'The shop no longer has this page.')
  if (status === 451) throw notEntered('region', 'The shop does not show this draw where you are (451).')
  await reachForm(draw)
  facts.here.clear()
  return `Found "${facts.title}".`
}
