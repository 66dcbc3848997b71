import { z } from 'zod'

/** ISO 4217 alphabetic code. */
export const currencyShape = z.string().regex(/^[A-Z]{3}$/)
/** Whole minor units (cents for USD). */
export const minorShape = z.int().min(0).max(100_000_000)

/** "$150.00" in the reader's locale, from minor units. */
export function formatMoney(minor: number, currency: string, locale = 'en-US'): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(minor / 10 ** digits)
}
