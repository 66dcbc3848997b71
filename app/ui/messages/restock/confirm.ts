import { inWords } from '../in-words.ts'

export const words = inWords('restock/confirm', {
  othersSawItToo: 'Others saw it too.',
  anotherMemberHasTo: 'Another member has to confirm it.',
  yourReport: 'Your report.',
  youConfirmedThis: '✓ You confirmed this',
  signInToConfirm: 'Sign in to confirm',
  confirm: 'Confirm',
})
