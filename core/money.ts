import { z } from 'zod'

/** ISO 4217 alphabetic code. */
export const currencyShape = z.string().regex(/^[A-Z]{3}$/)
/** Whole minor units (cents for USD). */
export const minorShape = z.int().min(0).max(100_000_000)
