import { inWords } from '../in-words.ts'

export const words = inWords('member/delete', {
  whatHappens: 'What happens',
  yourNameEmailPassword:
    'Your name, email, password, address, card, alerts, sessions and the notes on your reports are destroyed at once, and the key of what was encrypted with them.',
  youForfeit: 'You forfeit',
  thatIsPromisedAnd: 'that is promised and not minted yet.',
  yourOpenCheckoutIs: 'Your open checkout is',
  yourOpenCheckoutsAre: 'Your {open} open checkouts are',
  calledOff: 'called off.',
  anOrderIsBeing: 'An order is being placed this moment. It cannot be called off: look for the shop’s mail.',
  karmaThatIsMinted: 'Karma that is minted stays in your wallet: it',
  whatIsOnChain: 'What is on chain',
  isNotOursTo: 'is not ours to take. That wallet can join SNPD again after 30 days.',
  yourReportsStayWithout: 'Your reports stay, without your name: others confirmed them.',
  takeYourDataWith: 'Take your data with you',
  firstAfterwardsThereIs: 'first. Afterwards there is none.',
  thisCannotBeUndone: 'This cannot be undone',
  deleteMyAccount: 'Delete my account',
  lookingAtYourKarma: 'Looking at your karma',
  lookingAtYourCheckouts: 'Looking at your checkouts',
})
