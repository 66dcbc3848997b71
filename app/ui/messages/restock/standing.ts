import { inWords } from '../in-words.ts'

export const words = inWords('restock/standing', {
  gone: 'Gone',
  toBeOrderedAhead: 'To be ordered ahead',
  atTheShopNow: 'At the shop now',
  confirmed: 'Confirmed',
  unconfirmed: 'Unconfirmed',
  cameWhileYouWere: 'came while you were not connected',
  withYou: 'with you',
  afterTheShopWas: 'after the shop was asked',
  read: 'read',
  sure: '% sure',
  gone2: 'gone',
})
