import type { Frame } from 'playwright-core'
import { type Confirmation, pageTrouble, type Walk } from '../adapter.ts'
import type { Control } from './dom.ts'
import { act, readControls, readHumanChecks, readText, readUntil } from './page.ts'
import { press } from './press.ts'
import { quote } from './quote.ts'
import { placeButton } from './review.ts'
import { ORDER_NUMBER, words } from './words.ts'

/** How long a page may take to say what became of an order, and how long while it says that it is at work. Milliseconds. */
const ANSWER_MS = 8_000
const AT_WORK_MS = 25_000
/** Lines on either side of an order's number that are about it. */
const AROUND = 3
/** Words; fewer are a label. */
const MIN_SENTENCE = 4

/** Presses the button that buys, once. */
export async function submit({ page }: Walk): Promise<void> {
  const button = placeButton(await readControls(page))
  if (!button) throw pageTrouble('The button that buys is gone.')
  await act(page, () => press(page, button))
}

const isRefusal = (status: number) => status === 402 || status === 409 || status === 410 || status === 422

async function textOf(frame: Frame): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not what the frame says
  return frame.locator('body').innerText({ timeout: 1000 })
}

/** Somebody asks for the person: the bank in its frame or on its page, or a check that no machine may pass. */
async function whoAsks({ page, productUrl }: Walk): Promise<Confirmation | undefined> {
  const [check] = await readHumanChecks(page)
  if (check)
    return {
      kind: 'person',
      reason: 'challenge',
      detail: 'The shop asks for a person after the order was sent.',
    }
  const isAway = (frame: Frame) =>
    URL.canParse(frame.url()) &&
    new URL(frame.url()).origin !== productUrl.origin &&
    /^http/.test(frame.url())
  for (const frame of page.frames()) {
    if (!isAway(frame) && !/3-?ds|acs|challenge|secure/i.test(`${frame.name()} ${frame.url()}`)) continue
    const isSeen = frame === page.mainFrame() || (await (await frame.frameElement()).isVisible())
    if (isSeen && words.bank.test(await textOf(frame)))
      return { kind: 'person', reason: 'payment', detail: 'The bank asks you to approve the payment.' }
  }
  return undefined
}

/**
 * Where it says yes: in a sentence of thanks, or, in plainer words, in the lines about an order's number, with nothing
 * there that is not settled.
 */
function yesIn(text: string): number | undefined {
  const thanks = words.thanks.exec(text)
  if (thanks) return thanks.index
  const number = new RegExp(ORDER_NUMBER, 'i').exec(text)
  if (!number) return undefined
  const before = text.slice(0, number.index).split('\n').slice(-AROUND).join('\n')
  const after = text.slice(number.index).split('\n').slice(0, AROUND).join('\n')
  const about = before + after
  return words.yes.test(about) && !words.unsettled.test(about) ? number.index : undefined
}

/** Where it says no. Beside thanks, "Sold out" alone on its line is a badge on another pair. */
function refusalIn(text: string, isThanked: boolean): RegExpExecArray | null {
  if (!isThanked) return words.refused.exec(text)
  const isBadge = (line: string) => words.soldOut.test(line) && line.trim().split(/\s+/).length < MIN_SENTENCE
  const lines = text.split('\n').map((line) => (isBadge(line) ? ' '.repeat(line.length) : line))
  return words.refused.exec(lines.join('\n'))
}

/** Still a till: what buys is there, asleep or not. */
const isBuying = ({ kind, name, chrome }: Control) => kind === 'button' && !chrome && words.place.test(name)

/** Reads from the page's own words whether the order was placed; never from its title or address. */
async function readEnd(walk: Walk): Promise<Confirmation> {
  if (walk.status() >= 500) return { kind: 'unclear', detail: `The shop answered ${walk.status()}.` }
  const text = await readText(walk.page)
  const yes = yesIn(text)
  const refused = refusalIn(text, yes !== undefined)
  if (refused && yes !== undefined)
    return { kind: 'unclear', detail: 'The page after the order says both yes and no.' }
  if (refused) {
    const isFirm = isRefusal(walk.status()) || isRefusal(walk.answer())
    return {
      kind: 'refused',
      soldOut: words.soldOut.test(text),
      isFirm,
      evidence: quote(text, refused.index),
    }
  }
  if (yes === undefined)
    return { kind: 'unclear', detail: 'The page after the order says neither yes nor no.' }
  // Then it is the page before the order, whatever it says of orders; the button may be off while the shop thinks.
  const controls = await readControls(walk.page)
  const number = new RegExp(ORDER_NUMBER, 'i').exec(text)
  // Beside an order's number, "Submit" sends a survey and "Buy now" sells the next pair.
  const buys = (each: Control) => isBuying(each) && !(number && words.addToCart.test(each.name))
  if (controls.some(buys) || (!number && placeButton(controls)))
    return { kind: 'unclear', detail: 'The page still has the button that buys.' }
  if (walk.status() >= 400) return { kind: 'unclear', detail: `The shop answered ${walk.status()}.` }
  return {
    kind: 'ordered',
    number: number?.[1] ?? null,
    evidence: quote(text, yes, number?.index ?? yes),
  }
}

/** As the page says it, or as somebody asks on it. */
async function readAnswer(walk: Walk): Promise<Confirmation> {
  const end = await readEnd(walk)
  return end.kind === 'unclear' ? ((await whoAsks(walk).catch(() => undefined)) ?? end) : end
}

/** An answer that is still on its way is waited for; a server that failed has answered. */
export async function confirm(walk: Walk, ms?: number): Promise<Confirmation> {
  const isBusy = () => walk.status() < 500
  const wanted = ({ kind }: Confirmation) => kind !== 'unclear' || !isBusy()
  const read = () => readAnswer(walk)
  const answer = await readUntil(walk.page, { read, wanted, ms: ms ?? ANSWER_MS })
  if (ms !== undefined || wanted(answer) || !words.processing.test(await readText(walk.page))) return answer
  return readUntil(walk.page, { read, wanted, ms: AT_WORK_MS })
}
