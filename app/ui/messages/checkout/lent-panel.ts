import { inWords } from '../in-words.ts'

export const words = inWords('checkout/lent-panel', {
  doneYouGoOn: 'Done, you go on',
  iAmThroughHere: 'I am through here',
  iPlacedTheOrder: 'I placed the order here',
  stop: 'Stop',
  yourHandsPlease: 'Your hands, please',
  thePageStaysOpen: 'The page stays open for you for',
  moreWhileItIs:
    'more. While it is yours, the assistant presses nothing; an order that you place is the one order.',
  takeThePage: 'Take the page',
})
