import { dollars } from '../corner/html.ts'

/** What a simulated site sells, all amounts in cents (USD). Brands and models are invented. */
export type Goods = {
  sku: string
  title: string
  price: number
  sizes: readonly string[]
  /** Sizes that are out in every scenario. */
  gone: readonly string[]
  /** Ways to have it brought, the ids as the till's form says them. */
  deliveries: readonly { id: string; label: string; price: number }[]
  /** Of the goods, rounded half up. */
  taxPerMille: number
  /** The number of the n-th order, n from 1. */
  number: (n: number) => string
}

export type Totals = { subtotal: number; shipping: number; tax: number; total: number }

/** @param delivery empty: not chosen yet, nothing is charged for it */
export function totalsOf(goods: Goods, quantity: number, delivery: string): Totals {
  const subtotal = goods.price * quantity
  const shipping = goods.deliveries.find(({ id }) => id === delivery)?.price ?? 0
  const tax = Math.floor((subtotal * goods.taxPerMille + 500) / 1000)
  return { subtotal, shipping, tax, total: subtotal + shipping + tax }
}

/** Each amount as the page writes it. */
export function written(totals: Totals): Record<keyof Totals, string> {
  const { subtotal, shipping, tax, total } = totals
  return {
    subtotal: dollars(subtotal),
    shipping: dollars(shipping),
    tax: dollars(tax),
    total: dollars(total),
  }
}
