import { z } from 'zod'
import { type TradeState, tradeStates } from './states.ts'

/** Apart from the states: pages that know them need no zod. */
export const tradeStateShape = z.enum(Object.keys(tradeStates) as [TradeState, ...TradeState[]])
