import { inWords } from '../in-words.ts'

export const words = inWords('ledger/balance-of', {
  thisServerDoesNot:
    'This server does not share its chain endpoint with browsers, and this browser has no wallet to ask.',
  openThePageIn: 'Open the page in a browser with a wallet, or ask any node for balanceOf of your wallets.',
  theNodeThatWas: 'The node that was asked is on chain {found}; SNPD lives on chain {chainId}.',
  switchYourWalletTo: 'Switch your wallet to chain {chainId}, then try again.',
})
