import { inWords } from '../in-words.ts'

export const words = inWords('wallet/flow', {
  signTheMessageIn: 'Sign the message in your wallet. It costs nothing.',
  signTheMessage: 'Sign the message',
})
