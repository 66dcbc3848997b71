import { inWords } from '../in-words.ts'

export const words = inWords('follow/follow-fields', {
  thatWouldBeEvery: 'That would be every restock there is.',
  chooseAPairA: 'Choose a pair, a size, a shop or a place.',
  where: 'Where',
  whereYouStandStays: 'Where you stand stays on this device; only a rough area is sent.',
  anywhere: 'Anywhere',
  aroundMeNow: 'Around me now',
  around: 'Around',
  howFar: 'How far',
  km: 'km',
  pair: 'Pair',
  everyPair: 'Every pair',
  shop: 'Shop',
  anyShop: 'Any shop',
  sizeUs: 'Size, US',
  any: 'any',
  aSizeSuchAs: 'a size such as 10, 9.5 or 7W',
  follow: 'Follow',
  youFollowIt: '✓ You follow it',
})
