import { inWords } from '../in-words.ts'

export const words = inWords('member/password', {
  newPassword: 'New password',
  atLeastCharactersA: 'At least {least} characters: a short sentence does it.',
  changeIt: 'Change it',
  chooseIt: 'Choose it',
  changedEveryOther: 'Changed. Every other session has ended',
  loadingYourAccount: 'Loading your account',
})
