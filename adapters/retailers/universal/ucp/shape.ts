import { z } from 'zod'

// The Universal Commerce Protocol as shops speak it over REST: https://ucp.dev, versions 2026-01-11 to 2026-04-08.
// Only what SNPD reads; everything else may be there.

const text = z.string()
const maybe = z.string().optional().catch(undefined)

/** A named list is an object of arrays since 2026-01-23 and was an array of named objects before. */
const named = z.union([z.record(text, z.unknown()), z.array(z.object({ name: text }))]).transform((list) => ({
  names: Array.isArray(list) ? list.map(({ name }) => name) : Object.keys(list),
}))

const instrumentShape = z.object({ type: text })
const handlerShape = z.object({
  id: text,
  name: maybe,
  available_instruments: z.array(instrumentShape).optional(),
})
export type Handler = { id: string; name: string; types: string[] }

const handlerOf = (each: z.infer<typeof handlerShape>, name: string): Handler => ({
  id: each.id,
  name: each.name ?? name,
  types: each.available_instruments?.map(({ type }) => type) ?? [],
})
export const handlersShape = z
  .union([z.array(handlerShape), z.record(text, z.array(handlerShape))])
  .transform((list) =>
    Array.isArray(list)
      ? list.map((each) => handlerOf(each, each.id))
      : Object.entries(list).flatMap(([name, each]) => each.map((one) => handlerOf(one, name))),
  )

const serviceShape = z.object({
  transport: maybe,
  endpoint: maybe,
  rest: z.object({ endpoint: text }).optional(),
})
export const profileShape = z.object({
  ucp: z.object({
    services: z.object({
      'dev.ucp.shopping': z.union([z.array(serviceShape), serviceShape.transform((one) => [one])]),
    }),
    capabilities: named,
    payment_handlers: handlersShape.optional(),
  }),
  payment: z.object({ handlers: handlersShape }).optional(),
})

const messageShape = z.object({
  type: text,
  code: maybe,
  content: maybe,
  severity: maybe,
  presentation: maybe,
})
export type Message = z.infer<typeof messageShape>
const messages = z.array(messageShape).catch([])
const amount = z.int()

const optionShape = z.object({
  id: text,
  title: text.catch(''),
  description: z.unknown().transform((said) => (typeof said === 'string' ? said : '')),
  totals: z.array(z.object({ type: text, amount })).catch([]),
})
const methodShape = z.object({
  id: maybe,
  type: text.catch('shipping'),
  line_item_ids: z.array(text).optional().catch(undefined),
  selected_destination_id: z.string().nullish().catch(null),
  destinations: z
    .array(z.looseObject({ id: maybe }))
    .nullish()
    .catch([]),
  groups: z
    .array(
      z.object({
        id: text,
        selected_option_id: z.string().nullish(),
        options: z.array(optionShape).nullish(),
      }),
    )
    .nullish()
    .catch([]),
})
export type Method = z.infer<typeof methodShape>
export type DeliveryOption = z.infer<typeof optionShape>

export const checkoutShape = z.object({
  id: text.min(1).max(200),
  status: z.enum([
    ...['incomplete', 'requires_escalation', 'ready_for_complete', 'complete_in_progress', 'completed'],
    'canceled',
  ] as const),
  currency: text.regex(/^[A-Z]{3}$/),
  line_items: z.array(
    z.object({
      id: text,
      item: z.object({ id: text, title: text.catch(''), price: amount.nullish() }),
      quantity: z.int(),
    }),
  ),
  totals: z.array(z.object({ type: text, amount, display_text: maybe })),
  buyer: z.object({ email: maybe }).nullish().catch(null),
  fulfillment: z
    .object({ methods: z.array(methodShape).catch([]) })
    .nullish()
    .catch(null),
  messages,
  continue_url: maybe,
  order: z.object({ id: text, label: maybe, permalink_url: maybe }).nullish().catch(null),
  ucp: z
    .object({ payment_handlers: handlersShape.optional().catch(undefined) })
    .optional()
    .catch(undefined),
  payment: z
    .object({ handlers: handlersShape.optional().catch(undefined) })
    .nullish()
    .catch(null),
})
export type Checkout = z.infer<typeof checkoutShape>

const variantShape = z.object({
  id: text,
  title: text.catch(''),
  url: maybe,
  price: z.object({ amount, currency: text }).optional().catch(undefined),
  availability: z.object({ available: z.boolean().optional(), status: maybe }).optional().catch(undefined),
  options: z.array(z.object({ name: text, label: text })).catch([]),
})
export type UcpVariant = z.infer<typeof variantShape>
const productShape = z.object({
  id: text,
  handle: maybe,
  title: text.catch(''),
  url: maybe,
  options: z.array(z.object({ name: text, values: z.array(z.object({ label: text })) })).catch([]),
  variants: z.array(variantShape).catch([]),
})
export type UcpProduct = z.infer<typeof productShape>
export const catalogShape = z
  .object({ products: z.array(productShape).optional(), product: productShape.optional() })
  .transform(({ products, product }) => products ?? (product ? [product] : []))

/** What a shop says of itself at /.well-known/ucp, as far as SNPD can use it. */
export type UcpProfile = {
  /** Without a slash at its end. */
  endpoint: string
  looksUp: boolean
  searches: boolean
  handlers: readonly Handler[]
}

/** One checkout session of one walk. */
export type UcpSession = {
  profile: UcpProfile
  /** What the shop calls the pair: a variant. */
  item: string
  /** What the shop calls the session; empty before it is made. */
  id: string
  /** As the shop described it last. */
  checkout: Checkout | null
  /** The same for every try to complete it: the shop takes the order once. */
  key: string
}
