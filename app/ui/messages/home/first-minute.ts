import { inWords } from '../in-words.ts'

export const words = inWords('home/first-minute', {
  getIn: 'Get in',
  aWalletOrA: 'A wallet or a password. No wallet at hand? The demo gives you one.',
  reportARestock: 'Report a restock',
  aPairASize: 'A pair, a size, a shop. Takes ten seconds.',
  earn10Karma: 'Earn 10 karma',
  whenASecondMember: 'When a second member confirms it, karma is minted to your wallet on chain.',
  watchTheLedger: 'Watch the ledger',
  copADrop: 'Cop a drop',
  karmaOpensTheGate: 'Karma opens the gate. The assistant walks the shop and you say yes to the total.',
  seeTheDrops: 'See the drops',
  done: ', done',
  yourFirstMinute: 'Your first minute ·',
  of: 'of',
})
