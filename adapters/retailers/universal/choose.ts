import { fitOf, inSystemOf, isSize, sizeOf, systemOf } from '../../../core/checkout/size.ts'
import { Final } from '../../../core/errors.ts'
import { readMarkup } from '../../../core/stock/markup.ts'
import type { StockState } from '../../../core/stock/shape.ts'
import { handOver, soldOut, type Walk } from '../adapter.ts'
import type { Choice, Control } from './dom.ts'
import { groupsOf } from './groups.ts'
import { noteItem } from './item.ts'
import type { PlatformOffer } from './offer.ts'
import { act, locate, readControls, readMetadata, readUntil } from './page.ts'
import { platformOffers, trustedOffer } from './platform.ts'
import { press } from './press.ts'
import { openUcp } from './ucp/open.ts'
import { words } from './words.ts'

type Option = {
  size: string
  label: string
  stock: StockState
  evidence: string
  /** Its list is called "size". */
  isCalled: boolean
  chosen: boolean
  pick: () => Promise<unknown>
}

/** How long a picker may take to appear, and how long one without the size may take to fill up. Milliseconds. */
const APPEARS_MS = 8_000
const FILLS_MS = 1_500
/** Of numbers that nothing calls sizes, the least that is one. */
const MIN_SIZE = 3.5

function stockOf(disabled: boolean, label: string): StockState {
  return disabled || words.soldOut.test(label) ? 'out' : 'in'
}

function fromSelect(walk: Walk, control: Control): Option[] {
  return control.choices.flatMap(({ value, label, disabled, selected }: Choice): Option[] => {
    const size = sizeOf(label)
    if (!size) return []
    const named = inSystemOf(label, says(control))
    const pick = () => locate(walk.page, control).selectOption(value)
    const evidence = `option "${label}"`
    const isCalled = words.size.test(says(control))
    return [
      { size, label: named, stock: stockOf(disabled, label), evidence, isCalled, chosen: selected, pick },
    ]
  })
}

function fromControl(walk: Walk, control: Control): Option[] {
  const label = [control.name, control.kind === 'radio' ? control.value : ''].find((text) => sizeOf(text))
  const size = sizeOf(label ?? '')
  if (!size || !label || control.chrome) return []
  const stock = stockOf(control.disabled || control.struck, control.name || label)
  const evidence = `${control.kind} "${control.name || label}"`
  const named = inSystemOf(label, control.group)
  const isCalled = words.size.test(`${control.group} ${control.hint}`)
  return [
    {
      size,
      label: named,
      stock,
      evidence,
      isCalled,
      chosen: control.checked,
      pick: () => press(walk.page, control),
    },
  ]
}

const says = ({ name, hint, group }: Control) => `${name} ${group} ${hint.replace(/[_-]/g, ' ')}`

/** Every list of sizes on the page, the likeliest first: what is called "size", selects, then whatever reads like sizes. */
function pickersOf(walk: Walk, controls: Control[]): Option[][] {
  const selects = controls
    .filter((control) => control.kind === 'select' && !words.quantity.test(says(control)))
    .toSorted((a, b) => Number(words.size.test(says(b))) - Number(words.size.test(says(a))))
  const named = controls.filter(
    ({ group, hint, kind }) =>
      kind !== 'field' && words.size.test(`${group} ${hint}`) && !words.quantity.test(group),
  )
  const others = controls.filter(
    ({ kind, group }) => /^(radio|button|link)$/.test(kind) && !words.quantity.test(group),
  )
  return [
    named.flatMap((control) => fromControl(walk, control)),
    ...selects.map((control) => fromSelect(walk, control)),
    others.flatMap((control) => fromControl(walk, control)),
  ].filter((options) => options.length > 0)
}

const isWanted =
  ({ size }: Walk) =>
  (option: Option) =>
    isSize(option.label, size)

/** Of several that name it, those that do it best: "US 10" before "UK 10", a man's before a woman's. */
function fittingOf(walk: Walk, options: Option[]): Option[] {
  const fits = options
    .filter(isWanted(walk))
    .map((option) => ({ option, fit: fitOf(option.label, walk.size) }))
  const best = Math.max(...fits.map(({ fit }) => fit))
  return fits.flatMap(({ option, fit }) => (fit === best ? option : []))
}

/** Sizes, in the wanted one's system: what is missing there is gone. Numbers of pages look like sizes too. */
function isListOf({ size }: Walk, options: Option[]): boolean {
  const system = /\b(us|eu|uk|cm)\b/i.exec(size)?.[1]?.toLowerCase()
  const ours = options.filter(({ label }) => system === undefined || systemOf(label) === system)
  const isReal = ({ size: each, isCalled }: Option) => isCalled || /[A-Z]/.test(each)
  const numbers = ours.filter(({ size: each }) => Number.parseFloat(each) >= MIN_SIZE)
  return ours.some(isReal) || numbers.length > 1
}

/** The list that has the size to give, else one that has it, else the first of several sizes. */
function bestOf(walk: Walk, pickers: Option[][]): Option[] {
  const wanted = isWanted(walk)
  return (
    pickers.find((options) => options.some((option) => wanted(option) && option.stock === 'in')) ??
    pickers.find((options) => options.some(wanted)) ??
    pickers.find((options) => options.length > 1) ??
    pickers[0] ??
    []
  )
}

/** Opens a list of sizes that is closed: its button says "size", or asks to choose. */
async function openPicker({ page }: Walk): Promise<boolean> {
  const asks =
    /\b(select|choose|pick|wählen|auswählen|choisir|choisissez|elige|seleccionar|scegli|kies)\b|選択/i
  const closed = (await readControls(page)).find(
    (control) =>
      !control.chrome &&
      !control.disabled &&
      (control.popup || control.kind === 'button') &&
      !words.addToCart.test(control.name) &&
      !words.quantity.test(says(control)) &&
      (words.size.test(says(control)) || (control.popup && asks.test(says(control)))) &&
      !/guide|chart|tabelle|ratgeber|guida|guía/i.test(control.name) &&
      !sizeOf(control.name),
  )
  if (!closed) return false
  await act(page, () => press(page, closed))
  return true
}

const SYSTEM = /^\W*(us|eu|uk|cm)( (m|men|men's|herren|sizes?))?\W*$/i

const systemIn = (name: string) => SYSTEM.exec(name)?.[1]?.toLowerCase()

/** Sizes that stand on a tab of their own for each system: the wanted size's is turned to, before "10" is read as another's. */
async function turnToSystem({ page, size }: Walk): Promise<boolean> {
  const asked = systemOf(size)
  const controls = (await readControls(page)).filter(({ chrome, disabled }) => !chrome && !disabled)
  const list = controls.find(
    ({ kind, choices }) =>
      kind === 'select' && choices.length > 1 && choices.every(({ label }) => systemIn(label)),
  )
  const choice = list?.choices.find(({ label }) => systemIn(label) === asked)
  if (list && choice && !choice.selected) {
    await act(page, () => locate(page, list).selectOption(choice.value))
    return true
  }
  const tabs = controls.filter(({ kind, name }) => /^(button|radio)$/.test(kind) && systemIn(name))
  const tab = tabs.find(({ name }) => systemIn(name) === asked)
  if (!tab || tab.checked || new Set(tabs.map(({ name }) => systemIn(name))).size < 2) return false
  await act(page, () => press(page, tab))
  return true
}

/** The sizes that the page lets one choose from; a list that is closed is opened to be read. */
export async function readPicker(walk: Walk, offers: readonly PlatformOffer[]): Promise<Option[]> {
  const read = async () => bestOf(walk, pickersOf(walk, await readControls(walk.page)))
  const isThere = (options: Option[]) => options.some(isWanted(walk))
  const first = await readUntil(walk.page, { read, wanted: (options) => options.length > 0, ms: 600 })
  const isTurned = await turnToSystem(walk)
  if (!isTurned && isThere(first)) return first
  if (isTurned || (await openPicker(walk))) {
    if (!isTurned) await turnToSystem(walk)
    const opened = await readUntil(walk.page, { read, wanted: isThere, ms: FILLS_MS })
    if (isThere(opened)) return opened
  }
  // What the shop's software lists need not be waited for.
  if (first.length === 0 && offers.length > 0) return []
  const ms = first.length > 1 ? FILLS_MS : APPEARS_MS
  return readUntil(walk.page, { read, wanted: (options) => isThere(options) || options.length > 1, ms })
}

/** What else the page asks of the item, where it leaves no choice: a colour, a width that is the only one. */
async function takeOnlyOnes(walk: Walk): Promise<void> {
  for (const { options } of await groupsOf(walk)) {
    const [only, ...more] = options.filter(({ disabled }) => !disabled)
    const isSizes = options.some(({ label }) => sizeOf(label))
    if (only && more.length === 0 && !only.chosen && !isSizes) await act(walk.page, only.pick)
  }
}

/** A picker that shows what is chosen must show this one. */
async function pick(walk: Walk, option: Option): Promise<string> {
  const before = walk.page.url()
  if (!option.chosen) await act(walk.page, option.pick)
  const now = bestOf(walk, pickersOf(walk, await readControls(walk.page)))
  const isChosen = now.some((each) => isWanted(walk)(each) && each.chosen)
  if (isChosen || walk.page.url() !== before) walk.facts.sizeSeen = true
  await takeOnlyOnes(walk)
  await noteItem(walk)
  return `Chose size ${walk.size} (${option.evidence}).`
}

async function withoutSize(walk: Walk, options: Option[]): Promise<string> {
  const [only, ...more] = options.filter(({ stock }) => stock === 'in')
  if (only && more.length === 0) {
    walk.size = only.size
    return pick(walk, only)
  }
  if (!only) return 'This shop asks for no size.'
  const sizes = options.map(({ label }) => label).join(', ')
  throw new Final({
    code: 'checkout.size-unknown',
    message: `Which size? The shop has ${sizes}.`,
    fix: 'Say it with --size.',
  })
}

function takeOffer(walk: Walk, offer: PlatformOffer): string {
  const { facts } = walk
  facts.addBy = offer.add
  facts.sizeSeen = true
  facts.resumeUrl = offer.resumeUrl
  // The page was not asked for this size, which may have a price of its own.
  if (offer.priceMinor !== null) facts.prices.push(offer.priceMinor)
  return `Chose size ${walk.size} (the shop lists "${offer.label}").`
}

/** No picker was understood: the list of the shop's software, then the page's metadata. */
async function withoutPicker(walk: Walk, listed: readonly PlatformOffer[]): Promise<string> {
  const offers = listed.filter(({ label }) => isSize(label, walk.size))
  const { offers: marked } = readMarkup(await readMetadata(walk.page))
  const isOut = offers.length > 0 && offers.every(({ state }) => state === 'out')
  if (isOut || marked.some(({ label, state }) => isSize(label, walk.size) && state === 'out'))
    throw soldOut(`The shop lists size ${walk.size} as out of stock.`)
  throw handOver(walk, 'unknown-page', 'No way to choose a size was found on this page.')
}

/**
 * Chooses the size: by the list of the shop's software where it agrees with the page, else on the page, whose picker
 * then decides about stock; the page's metadata only when there is no picker.
 */
export async function choose(walk: Walk): Promise<string> {
  if (await openUcp(walk)) return `Chose size ${walk.size} (the shop sells it by its checkout interface).`
  const offers = await platformOffers(walk)
  const offer = await trustedOffer(walk, offers)
  if (offer) return takeOffer(walk, offer)
  const options = await readPicker(walk, offers)
  if (walk.size === '') return withoutSize(walk, options)
  const wanted = fittingOf(walk, options)
  const option = wanted.find(({ stock }) => stock === 'in')
  if (option) return pick(walk, option)
  const [shown] = wanted
  if (shown) throw soldOut(`Size ${walk.size} is sold out (${shown.evidence}).`)
  if (isListOf(walk, options))
    throw soldOut(
      `Size ${walk.size} is not offered; the shop has ${options.map(({ size }) => size).join(', ')}.`,
    )
  return withoutPicker(walk, offers)
}
