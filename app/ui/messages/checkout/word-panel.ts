import { inWords } from '../in-words.ts'

export const words = inWords('checkout/word-panel', {
  youSaidThatNothing: 'You said that nothing came. This drop is open to you again.',
  youSaidThatThe: 'You said that the order went through',
  itStaysYourOne: '. It stays your one order of this drop.',
  yourWord: 'Your word',
  whatCameOfIt: 'What came of it?',
  orderNumberIfYou: 'Order number, if you have one',
  itWentThrough: 'It went through',
  nothingCame: 'Nothing came',
  shopsBookLateThat:
    'Shops book late: that nothing came can be said an hour after the click. Then you may ask for this drop again.',
})
