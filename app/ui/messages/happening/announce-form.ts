import { inWords } from '../in-words.ts'

export const words = inWords('happening/announce-form', {
  where: 'Where',
  chooseAShop: 'Choose a shop',
  hereAtNoShop: 'Here, at no shop',
  whatThePlaceIs: 'What the place is called',
  what: 'What',
  title: 'Title',
  starts: 'Starts',
  ends: 'Ends',
  moreAboutIt: 'More about it',
  announceIt: 'Announce it',
})
