import { inWords } from '../in-words.ts'

export const words = inWords('relay/act', {
  yourWalletAnswersFor: 'Your wallet answers for {address}, and this is for {from} to sign.',
  chooseThatAccountIn: 'Choose that account in your wallet, or link the other one under You, Wallets.',
})
