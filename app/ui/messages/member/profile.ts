import { inWords } from '../in-words.ts'

export const words = inWords('member/profile', {
  username: 'Username',
  n3To30Letters: '3 to 30 letters, digits or _. Others see it on your reports.',
  saveName: 'Save name',
  email: 'Email',
  aWayToSign: 'A way to sign in, and where shops send your orders. Empty: none is kept.',
  saveEmail: 'Save email',
  loadingYourProfile: 'Loading your profile',
  name: 'Name',
  whoeverHasYourEmail: 'Whoever has your email has a way in.',
})
