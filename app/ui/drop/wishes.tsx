'use client'
import type { Preferences } from '../../../core/checkout/shape.ts'
import { words } from '../messages/drop/wishes.ts'

const box = 'w-full min-h-12 rounded-xs border border-edge bg-bg px-3 text-base text-fg'

const payments = () =>
  [
    ['', words.whateverTheShopTakes],
    ['card', words.card],
    ['cash_on_delivery', words.cashOnDelivery],
    ['invoice', words.invoice],
    ['bank_transfer', words.bankTransfer],
  ] as const

/** What the member chose, as the API takes it. */
export function readWishes(data: FormData): Preferences {
  const way = payments().find(([value]) => value !== '' && value === data.get('payment'))?.[0]
  const shipping = data.get('delivery') === 'fastest' ? 'fastest' : 'cheapest'
  return { shipping, payment: way ? [way] : [] }
}

/** What to take where the shop leaves a choice. */
export function Wishes() {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <label className="grid gap-1.5 text-sm font-semibold">
        {words.delivery}
        <select name="delivery" className={box}>
          <option value="cheapest">{words.theCheapest}</option>
          <option value="fastest">{words.theFastest}</option>
        </select>
      </label>
      <label className="grid gap-1.5 text-sm font-semibold">
        {words.payBy}
        <select name="payment" className={box}>
          {payments().map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
