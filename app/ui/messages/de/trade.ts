import type { words as acts } from '../trade/acts.ts'
import type { words as bondsPart } from '../trade/bonds-part.ts'
import type { words as party } from '../trade/party.ts'
import type { words as ringView } from '../trade/ring-view.ts'

export const tradeGerman: {
  'trade/acts': typeof acts
  'trade/bonds-part': typeof bondsPart
  'trade/party': typeof party
  'trade/ring-view': typeof ringView
} = {
  'trade/acts': {
    putUpYourBond: 'Pfand hinterlegen',
    takeYourBondBack: 'Pfand zurücknehmen',
    confirmThatYouGot: 'Bestätige, dass du ihres bekommen hast',
    askForARuling: 'Um einen Entscheid bitten',
    freeTheBonds: 'Pfänder freigeben',
  },
  'trade/bonds-part': { ofKarma: '{bond} von {bond2} Karma', karma: 'Karma' },
  'trade/party': {
    asShowsItOf: 'Wie {name} es zeigt, {value} von {length}',
    sentTheirs: '✓ hat gesendet',
    gotWhatWasAgreed: '✓ hat bekommen, was vereinbart war',
  },
  'trade/ring-view': { karma: 'Karma' },
}
