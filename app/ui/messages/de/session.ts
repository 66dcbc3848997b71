import type { words as membersOnly } from '../session/members-only.ts'
import type { words as passwordForms } from '../session/password-forms.ts'
import type { words as tryIt } from '../session/try-it.ts'
import type { words as waysIn } from '../session/ways-in.ts'

export const sessionGerman: {
  'session/members-only': typeof membersOnly
  'session/password-forms': typeof passwordForms
  'session/try-it': typeof tryIt
  'session/ways-in': typeof waysIn
} = {
  'session/members-only': {
    lookingForYourSession: 'Deine Sitzung wird gesucht',
    signInFirst: 'Melde dich zuerst an',
    signIn: 'Anmelden',
  },
  'session/password-forms': {
    usernameOrEmail: 'Benutzername oder E-Mail',
    password: 'Passwort',
    signIn: 'Anmelden',
    username: 'Benutzername',
    n3To30Letters: '3 bis 30 Buchstaben, Ziffern oder _. Andere sehen ihn.',
    email: 'E-Mail',
    atLeastCharactersA: 'Mindestens {MIN_LENGTH} Zeichen: Ein kurzer Satz genügt.',
    createAccount: 'Konto anlegen',
    account: 'Konto',
    member: 'Mitglied',
    newHere: 'Neu hier',
  },
  'session/try-it': {
    tryIt: 'Ausprobieren',
    burnerWalletLocalDemo: 'Burner-Wallet: nur für die lokale Demo, wertlos.',
  },
  'session/ways-in': {
    youAreSignedIn: 'Du bist angemeldet als',
    goOn: 'Weiter',
    justLookAround: 'Nur umsehen',
    yourWallet: 'Deine Wallet',
    youSignOneMessage: 'Du signierst eine Nachricht. Kein Gas, keine Freigabe, nichts bewegt sich.',
    withoutAWallet: 'Ohne Wallet',
  },
}
