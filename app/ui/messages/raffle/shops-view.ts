import { inWords } from '../in-words.ts'

export const words = inWords('raffle/shops-view', {
  theDrawsPage: 'The draw’s page',
  firstName: 'First name',
  lastName: 'Last name',
  size: 'Size',
  asTheShopWrites: 'As the shop writes it.',
  born: 'Born',
  instagram: 'Instagram',
  storeToPickUp: 'Store to pick up at',
  snpdFillsTheForm:
    'SNPD fills the form in with this, your mail and your address, and sends it once. What else it asks for is left to you.',
  enterItForMe: 'Enter it for me',
  loadingYourDraws: 'Loading your draws',
  noDrawYet: 'No draw yet',
  drawsOfShops: 'Draws of shops',
})
