import type { Walk } from '../../adapter.ts'
import { bestDelivery } from '../shipping.ts'
import type { Checkout, DeliveryOption, Method } from './shape.ts'

const DECIMALS = 100

/** As a shop's page would write it: what reads such words judges it. */
function labelOf({ title, description, totals }: DeliveryOption): string {
  const price = totals.find(({ type }) => type === 'total')?.amount
  return `${title} ${description}${price === undefined ? '' : ` $${(price / DECIMALS).toFixed(2)}`}`
}

function optionFor(options: readonly DeliveryOption[], wish: Walk['wishes']['shipping']): string | undefined {
  const labelled = options.map((option) => ({ id: option.id, label: labelOf(option) }))
  return bestDelivery(labelled, wish)?.id
}

function buyerOf({ buyer }: Walk) {
  const [, given = '', family = ''] = /^(.*?)\s*(\S+)$/.exec(buyer.name.trim()) ?? []
  const phone = buyer.phone ? { phone_number: buyer.phone } : {}
  const name = { first_name: buyer.given ?? given, last_name: buyer.family ?? family }
  return { email: buyer.email, ...name, full_name: buyer.name, ...phone }
}

function destinationOf(walk: Walk) {
  const { first_name, last_name } = buyerOf(walk)
  const { street, city, state, zip_code, country } = walk.buyer
  return {
    ...{ first_name, last_name, street_address: street, address_locality: city },
    ...{ address_region: state, postal_code: zip_code, address_country: country },
  }
}

const isSame = (text: unknown, wanted: string) =>
  typeof text === 'string' && text.toLowerCase() === wanted.toLowerCase()

/** The buyer's address among those that the shop knows. */
function knownDestination({ buyer }: Walk, { destinations }: Method) {
  return destinations?.find(
    (each) => isSame(each.street_address, buyer.street) && isSame(each.postal_code, buyer.zip_code),
  )
}

/** Before the shop has said how it delivers. */
const first: Method = {
  id: undefined,
  type: 'shipping',
  line_item_ids: undefined,
  selected_destination_id: null,
  destinations: [],
  groups: [],
}

/** What the shop still has to be told of a delivery: where to, then which, one after the other. */
function methodFor(walk: Walk, method: Method, lines: string[]): object | undefined {
  const known = knownDestination(walk, method)
  const base = { id: method.id, type: 'shipping', line_item_ids: method.line_item_ids ?? lines }
  if (!known) return { ...base, destinations: [destinationOf(walk)] }
  const groups = (method.groups ?? []).map(({ id, options, selected_option_id: chosen }) => {
    const wanted = optionFor(options ?? [], walk.wishes.shipping) ?? chosen
    return { id, selected_option_id: wanted, isDone: wanted === chosen }
  })
  const isDone = known.id === method.selected_destination_id && groups.every((group) => group.isDone)
  if (isDone) return undefined
  const chosen = groups.map(({ id, selected_option_id }) => ({ id, selected_option_id }))
  return { ...base, selected_destination_id: known.id, destinations: [known], groups: chosen }
}

/** All of one delivery that is as it should be: every update replaces everything. */
function kept(method: Method): object {
  const groups = method.groups?.map(({ id, selected_option_id }) => ({ id, selected_option_id }))
  return { ...method, groups }
}

/**
 * What the shop has to be told next, as a whole session; undefined when it knows all that SNPD can say.
 * Nothing in it is invented: what the buyer has not given is not sent.
 */
export function nextUpdate(walk: Walk, checkout: Checkout): object | undefined {
  const lines = checkout.line_items.map(({ id }) => id)
  const found = checkout.fulfillment?.methods.filter(({ type }) => type === 'shipping')
  const methods: Method[] = found && found.length > 0 ? found : [first]
  const changes = methods.map((method) => methodFor(walk, method, lines))
  const isKnown = isSame(checkout.buyer?.email, walk.buyer.email)
  if (isKnown && changes.every((change) => change === undefined)) return undefined
  return {
    line_items: checkout.line_items.map(({ id, item }) => ({ id, item: { id: item.id }, quantity: 1 })),
    buyer: buyerOf(walk),
    fulfillment: { methods: methods.map((method, at) => changes[at] ?? kept(method)) },
  }
}
