import { plural } from '../messages/fill.ts'
import { words } from '../messages/ledger/movements-text.ts'

/** "1 movement", "65 movements" */
export const movementsText = (count: number) => plural(words.movements, count)
