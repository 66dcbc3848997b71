import { inWords } from '../in-words.ts'

export const words = inWords('api/problem', {
  theServerAnswered: 'The server answered {status}.',
  youSaidNoIn: 'You said no in your wallet, so nothing was sent.',
  pressAgainIfIt: 'Press again if it was not meant.',
  yourWalletDoesNot: 'Your wallet does not know the chain that SNPD lives on.',
  addTheChainTo: 'Add the chain to your wallet, switch to it, then try again.',
  somethingWentWrong: 'Something went wrong.',
  tryAgain: 'Try again.',
})
