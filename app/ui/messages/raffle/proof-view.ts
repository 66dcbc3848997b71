import { inWords } from '../in-words.ts'

export const words = inWords('raffle/proof-view', {
  theSignatureIsThat: 'The signature is that of drand’s public network, whose key this page knows by heart.',
  theSignatureIsThat2:
    'The signature is that of another beacon than drand’s public network: whoever has its key knew the outcome. That is so on a test chain.',
  thisDrawDoesNot: 'This draw does not check out',
  checksOut: 'Checks out',
  yourBrowserVerifiedThe: 'Your browser verified the signature and drew again.',
  winnersDrawnAgain: 'Winners, drawn again',
  ticket: '. ticket',
  theRaffleClosedAt: 'The raffle closed at',
  theFirstRoundOf: '. The first round of the beacon that comes',
  secondsAfterThatIs: 'seconds after that is',
  andTheChainWas: ', and the chain was told so when the raffle was opened.',
  theBeaconsSignature: 'The beacon’s signature over that round verifies against its public key.',
  signature: 'signature',
  key: 'key',
  signatureChainContract: 'Signature, chain, contract and number give the seed that the chain has.',
  seed: 'seed',
  tx: 'tx',
  enteredEachWalletOnce: 'entered, each wallet once, with tickets from 0 on.',
  theSeedShufflesThe:
    'The seed shuffles the tickets; the first ones win, and they are those whom this page names.',
  entriesCloseAndSeed:
    'Entries, close and seed come from SNPD’s copy of the chain. To ask a node of your own:',
  npmRunVerifyRaffle: 'npm run verify-raffle --',
  outcome: 'Outcome',
  checkingTheDraw: 'Checking the draw',
  whatWasChecked: 'What was checked',
  loadingTheProof: 'Loading the proof',
})
