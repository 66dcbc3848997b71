import { Final } from '../errors.ts'
import { isTradeEnd, type TradeState } from './states.ts'

const reasons: Partial<Record<TradeState, string>> = {
  expired: 'This offer has expired: nobody answered it in time.',
  lapsed: 'Not both bonds were there in time, and the trade came to nothing.',
  'timed-out': 'The time for this trade is over.',
}

/** @throws Final `trade.expired` when it is too late, `trade.state` when it is something else's turn */
export function requireState(state: TradeState, allowed: readonly TradeState[]): void {
  if (allowed.includes(state)) return
  const late = reasons[state]
  if (late) throw new Final({ code: 'trade.expired', message: late, fix: 'Make a new offer.' })
  throw new Final({
    code: 'trade.state',
    message: `This cannot be done to a trade that is ${state}.`,
    fix: isTradeEnd(state) ? 'It has ended; make a new offer.' : 'Load the trade again and see what is next.',
  })
}
