import { inWords } from '../in-words.ts'

export const words = inWords('member/export', {
  you: 'You',
  nameEmailAddressWhen: 'name, email, address, when you joined',
  waysIn: 'Ways in',
  walletsSessionsAndWhat: 'wallets, sessions and what they run on; never the password',
  theStreet: 'The street',
  yourReportsWithTheir: 'your reports with their notes, and what you confirmed',
  karma: 'Karma',
  everyAwardAlsoThose: 'every award, also those not minted yet',
  checkouts: 'Checkouts',
  eachWithItsSteps: 'each with its steps, its outcome and where it was sent',
  alerts: 'Alerts',
  whatYouWantTo: 'what you want to hear of',
  payment: 'Payment',
  thatThereIsA: 'that there is a card, and what you call it; nobody here can open it',
  downloadMyData: 'Download my data',
  downloaded: 'Downloaded',
})
