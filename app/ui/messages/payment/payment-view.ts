import { inWords } from '../in-words.ts'

export const words = inWords('payment/payment-view', {
  thisBrowser: 'This browser',
  sealsWhatYouType: 'seals what you type to a public key, before anything is sent.',
  snpdKeeps: 'SNPD keeps',
  theSealedBytesAnd: 'the sealed bytes and the name you give the card. Nothing here can open them.',
  theCheckoutWorker: 'The checkout worker',
  hasTheOneKey: 'has the one key that can, and opens them at the till of a shop you said yes to.',
  sealedAndKept: 'Sealed and kept',
  sealed: 'Sealed',
  theNumberIsNot: '. The number is not shown, because we cannot read it.',
  replaceIt: 'Replace it',
  forgetIt: 'Forget it',
  anotherCard: 'Another card',
  yourCard: 'Your card',
  lookingForYourCard: 'Looking for your card',
})
