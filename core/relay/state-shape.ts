import { z } from 'zod'
import { type RelayState, relayStates } from './states.ts'

/** Apart from the states: pages that know them need no zod. */
export const relayStateShape = z.enum(Object.keys(relayStates) as [RelayState, ...RelayState[]])
