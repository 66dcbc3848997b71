import type { words as cardForm } from '../payment/card-form.ts'
import type { words as hooks } from '../payment/hooks.ts'
import type { words as paymentView } from '../payment/payment-view.ts'

export const paymentGerman: {
  'payment/card-form': typeof cardForm
  'payment/hooks': typeof hooks
  'payment/payment-view': typeof paymentView
} = {
  'payment/card-form': {
    cardNumber: 'Kartennummer',
    nameOnTheCard: 'Name auf der Karte',
    goodUntil: 'Gültig bis',
    mmYy: 'MM/JJ',
    whatYouCallIt: 'Wie du sie nennst',
    theOnlyPartWe: 'Der einzige Teil, den wir lesen können. Worte, keine Ziffern.',
    theSecurityCodeOn: 'Der Sicherheitscode auf der Rückseite wird hier nicht verlangt und nie behalten.',
    sealAndKeep: 'Versiegeln und behalten',
    keepTheOneI: 'Die behalten, die ich habe',
    myCard: 'Meine Karte',
  },
  'payment/hooks': {
    thisBrowserCannotSeal: 'Dieser Browser kann hier nichts versiegeln.',
    openThisSiteOver: 'Öffne diese Site über https, oder mit einem neueren Browser.',
  },
  'payment/payment-view': {
    thisBrowser: 'Dieser Browser',
    sealsWhatYouType:
      'versiegelt, was du tippst, mit einem öffentlichen Schlüssel, bevor etwas gesendet wird.',
    snpdKeeps: 'SNPD behält',
    theSealedBytesAnd:
      'die versiegelten Bytes und den Namen, den du der Karte gibst. Nichts hier kann sie öffnen.',
    theCheckoutWorker: 'Der Checkout-Worker',
    hasTheOneKey:
      'hat den einen Schlüssel, der es kann, und öffnet sie an der Kasse eines Shops, zu dem du Ja gesagt hast.',
    sealedAndKept: 'Versiegelt und behalten',
    sealed: 'Versiegelt',
    theNumberIsNot: '. Die Nummer wird nicht gezeigt, weil wir sie nicht lesen können.',
    replaceIt: 'Ersetzen',
    forgetIt: 'Vergessen',
    anotherCard: 'Eine andere Karte',
    yourCard: 'Deine Karte',
    lookingForYourCard: 'Deine Karte wird gesucht',
  },
}
