import { inWords } from '../in-words.ts'

export const words = inWords('pass/passes-view', {
  aPassLivesIn: 'A pass lives in a wallet, and yours has none yet.',
  noTiersYet: 'No tiers yet',
  passesAreSoldOnce: 'Passes are sold once their terms are set on chain.',
  loadingPasses: 'Loading passes',
  asOfBlock: 'As of block',
  snpdPaysTheGas: '. SNPD pays the gas of what you sign here; a pass costs karma and nothing else.',
  signInToBuy: 'Sign in to buy',
  linkAWallet: 'Link a wallet',
})
