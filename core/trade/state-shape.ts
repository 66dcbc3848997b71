import { z } from 'zod'
import { slashes } from './ruling.ts'
import { type TradeState, tradeStates } from './states.ts'

// Apart from the states and rulings: pages that know them need no zod.

export const tradeStateShape = z.enum(Object.keys(tradeStates) as [TradeState, ...TradeState[]])
export const slashedShape = z.enum(slashes)
