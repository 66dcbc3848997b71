import { inWords } from '../in-words.ts'

export const words = inWords('member/prove', {
  yourPassword: 'Your password',
  withTheDemoWallet: 'with the demo wallet',
  withAWallet: '{verb} with a wallet',
  or: 'or',
})
