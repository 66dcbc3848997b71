import { inWords } from '../in-words.ts'

export const words = inWords('member/address', {
  loadingYourAddress: 'Loading your address',
  saveAddress: 'Save address',
  forgetIt: 'Forget it',
  forgotten: 'Forgotten',
  saved: 'Saved',
})
