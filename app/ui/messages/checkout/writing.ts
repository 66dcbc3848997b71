import { inWords } from '../in-words.ts'

export const words = inWords('checkout/writing', {
  nextField: 'Next field',
  fieldBefore: 'Field before',
  enter: 'Enter',
  deleteWord: 'Delete',
  scrollDown: 'Scroll down',
  scrollUp: 'Scroll up',
  writeIntoThePage: 'Write into the page, where its cursor is',
  write: 'Write',
})
