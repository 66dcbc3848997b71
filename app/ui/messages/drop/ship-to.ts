import { inWords } from '../in-words.ts'

export const words = inWords('drop/ship-to', {
  changeAddress: 'Change address',
  keepThisAsMy: 'Keep this as my address',
  shipTo: 'Ship to',
  fillInADemo: 'Fill in a demo address',
  enterAnAddress: 'Enter an address',
  emailForTheShop: 'Email for the shop',
  theShopSendsThe: 'The shop sends the order there. SNPD keeps it with this checkout only.',
})
