import { inWords } from '../in-words.ts'

export const words = inWords('trade/acts', {
  putUpYourBond: 'Put up your bond',
  takeYourBondBack: 'Take your bond back',
  confirmThatYouGot: 'Confirm that you got theirs',
  askForARuling: 'Ask for a ruling',
  freeTheBonds: 'Free the bonds',
})
