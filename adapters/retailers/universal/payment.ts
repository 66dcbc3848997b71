import type { PayWay } from '../../../core/checkout/profile.ts'
import { handOver, type Walk } from '../adapter.ts'
import { cardFields, fillCard } from './card.ts'
import { type Group, groupsOf, isPayment, type Option } from './groups.ts'
import { act, readUntil } from './page.ts'

const ways: Readonly<Record<PayWay, RegExp>> = {
  cash_on_delivery:
    /\b((cash|pay(ment)?|card) (on|at|upon) (delivery|receipt|arrival)|cash to the|(pay|cash|collect).{0,12}(courier|driver|at (the|your) door|on delivery)|cod|nachnahme|contre.remboursement|(paiement )?à la livraison|contra ?reembolso|contrassegno|rembours)\b|à la livraison|przy odbiorze|pobranie|za pobraniem|betalen bij (bezorging|aflevering|levering)|na entrega|contrarreembolso|alla consegna|efterkrav|postförskott|عند الاستلام|代金引換|代引/i,
  invoice:
    /\b(invoice|rechnung|facture|factura|fattura|factuur|achteraf betalen|faktur[aę]?|boleta)\b|後払い/i,
  bank_transfer:
    /\b(bank transfer|wire( transfer)?|money order|check\/money|prepay(ment)?|vorkasse|überweisung|virement|transferencia|bonifico|overboeking|przelew|banköverföring|transferência)\b|überweisung|銀行振込/i,
  card: /\b(card|visa|mastercard|kreditkarte|karte|carte|tarjeta|carta di credito|creditcard)\b|クレジット/i,
}
/** A card that is none. */
const NOT_A_CARD = /\b(gift|loyalty|geschenk\w*|cadeau|regalo)\b/i
/** Is paid on pages of another's, in an account. */
const ELSEWHERE =
  /paypal|apple ?pay|google ?pay|g ?pay|shop ?pay|klarna|afterpay|affirm|amazon|sezzle|zip\b|ideal|bancontact|giropay|sofort|blik|swish|mb ?way|multibanco|twint|venmo|alipay|wechat|crypto|bitcoin/i
/** What asks nothing of the buyer goes first. */
const DEFAULT: readonly PayWay[] = ['cash_on_delivery', 'invoice', 'bank_transfer', 'card']
const APPEARS_MS = 3_000

function optionFor(options: readonly Option[], way: PayWay): Option | undefined {
  return options.find(({ label, disabled }) => {
    if (disabled || !ways[way].test(label) || NOT_A_CARD.test(label)) return false
    return way !== 'card' || !ways.cash_on_delivery.test(label)
  })
}

function wanted({ wishes }: Pick<Walk, 'wishes'>): PayWay[] {
  return [...new Set([...wishes.payment, ...DEFAULT])]
}

/** The buyer's ways to pay, best first, and what each is called. */
export function namedWays(walk: Pick<Walk, 'wishes'>): { way: PayWay; words: RegExp }[] {
  return wanted(walk).map((way) => ({ way, words: ways[way] }))
}

type Choice = { option: Option; way: PayWay }

/** The first of the buyer's ways that the shop has; a card only when there is one to give. */
async function choiceOf(walk: Walk, group: Group): Promise<Choice | undefined> {
  for (const way of wanted(walk)) {
    const option = optionFor(group.options, way)
    if (option && (way !== 'card' || (await walk.payment()))) return { option, way }
  }
  return undefined
}

/** The one way that the shop has, in words of its own: nobody has to be asked for it. */
function soleOf({ options }: Group): Option | undefined {
  const [sole, ...more] = options.filter(({ disabled }) => !disabled)
  const isOurs = sole && !ways.card.test(sole.label) && !ELSEWHERE.test(sole.label)
  return isOurs && more.length === 0 ? sole : undefined
}

function needsPerson(walk: Walk): never {
  throw handOver(walk, 'payment', 'The shop wants a way to pay that you did not give. Please go on yourself.')
}

async function payByCard(walk: Walk): Promise<string | null> {
  const fields = await readUntil(walk.page, {
    read: () => cardFields(walk.page),
    wanted: (seen) => seen.length > 0,
    ms: APPEARS_MS,
  })
  return fields.length > 0 ? fillCard(walk, fields) : null
}

/** Chooses a way to pay, and gives the card where the shop asks for one and the buyer has given it. */
export async function payment(walk: Walk): Promise<string | null> {
  const group = (await groupsOf(walk)).find(isPayment)
  if (!group) {
    const fields = await cardFields(walk.page)
    return fields.length > 0 ? fillCard(walk, fields) : null
  }
  const choice = await choiceOf(walk, group)
  const sole = choice ? undefined : (soleOf(group) ?? needsPerson(walk))
  if (sole?.chosen) return null
  if (sole) await act(walk.page, sole.pick)
  if (!choice) return `Payment: ${sole?.label}.`
  if (!choice.option.chosen) await act(walk.page, choice.option.pick)
  const card = choice.way === 'card' ? await payByCard(walk) : null
  if (card) return card
  return choice.option.chosen ? null : `Payment: ${choice.option.label}.`
}
