import { inWords } from '../in-words.ts'

export const words = inWords('drop/security-code', {
  securityCodeOfYour: 'Security code of your card',
  sealedInThisBrowser:
    'Sealed in this browser for this one order, and gone when it ends. Leave it out to be asked at the shop.',
})
