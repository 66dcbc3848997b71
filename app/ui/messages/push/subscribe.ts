import { inWords } from '../in-words.ts'

export const words = inWords('push/subscribe', {
  browser: 'Browser',
  on: '{browser} on {system}',
})
