import { inWords } from '../in-words.ts'

export const words = inWords('checkout/surface', {
  theShopsPageLive: "The shop's page, live",
  openingThePage: 'Opening the page',
  clickOrTapIn:
    'Click or tap in it, type, scroll. Escape leads out of it. What you type goes to the shop and is kept nowhere.',
  notPassedOn: 'Not passed on:',
})
