import { inWords } from '../in-words.ts'

export const words = inWords('member/wallets', {
  unlink: 'Unlink',
  itsKarmaStaysIn:
    'Its karma stays in it, but counts for you no more. You can link it again; nobody else can for 30 days.',
  keepIt: 'Keep it',
  awardsGoHere: 'Awards go here',
  sendAwardsHere: 'Send awards here',
  to: ', to',
  linked: 'linked',
  noWalletYetKarma: 'No wallet yet. Karma you earn waits until you link one.',
  laterAwardsGoThere: 'Later awards go there',
  youSignOneMessage: 'You sign one message with it. No gas, no approval, nothing moves.',
  linked2: 'Linked',
  loadingYourWallets: 'Loading your wallets',
  walletsAreAWay: 'Wallets are a way in, and where your karma goes.',
  yours: 'Yours',
  anotherOne: 'Another one',
  yourFirst: 'Your first',
})
