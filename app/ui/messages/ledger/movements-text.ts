import { inWords } from '../in-words.ts'

export const words = inWords('ledger/movements-text', {
  movements: { one: '1 movement', other: '{n} movements' },
})
