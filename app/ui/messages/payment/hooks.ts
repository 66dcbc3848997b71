import { inWords } from '../in-words.ts'

export const words = inWords('payment/hooks', {
  thisBrowserCannotSeal: 'This browser cannot seal anything here.',
  openThisSiteOver: 'Open this site over https, or with a newer browser.',
})
