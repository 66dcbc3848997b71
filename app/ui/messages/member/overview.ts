import { inWords } from '../in-words.ts'

export const words = inWords('member/overview', {
  noEmail: 'No email',
  paidTo: 'Paid to {paid_to}',
  noneKarmaWaits: 'None: karma waits',
  set: 'Set',
  none: 'None',
  signOut: 'Sign out',
  noWallet: 'no wallet',
  walletLinked: 'wallet linked',
  since: '· since',
  loadingYourAccount: 'Loading your account',
  settings: 'Settings',
  language: 'Language',
})
