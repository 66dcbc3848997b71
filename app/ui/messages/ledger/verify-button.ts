import { inWords } from '../in-words.ts'

export const words = inWords('ledger/verify-button', {
  thisPageIsNot: 'This page is not ready yet.',
  reloadIt: 'Reload it.',
  yourAddedUpHere: 'Your {movements}, added up here',
  ourMirror: 'Our mirror',
  theChainBalanceof: 'The chain: balanceOf',
  karma: '{replace} karma',
  ourMirrorsBalanceIs: "our mirror's balance is off by {exactly}",
  theMovementsWeShow: 'the movements we show are off by {exactly}',
  ourMirrorIsOff: 'our mirror is off by {exactly}, the movements by {exactly2}',
  theChainSaysThe: '✓ The chain says the same',
  theChainSaysSomething: '✕ The chain says something else',
  inWallet: 'In wallet',
  theChainIsRight: '. The chain is right: tell us.',
  atBlock: 'at block',
  verifyAgainstTheChain: 'Verify against the chain',
})
