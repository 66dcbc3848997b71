import type { words as account } from '../shell/account.ts'
import type { words as globalError } from '../shell/global-error.ts'
import type { words as language } from '../shell/language.ts'
import type { words as lost } from '../shell/lost.ts'
import type { words as nav } from '../shell/nav.ts'
import type { words as places } from '../shell/places.ts'

export const shellGerman: {
  'shell/account': typeof account
  'shell/global-error': typeof globalError
  'shell/language': typeof language
  'shell/lost': typeof lost
  'shell/nav': typeof nav
  'shell/places': typeof places
} = {
  'shell/account': {
    signIn: 'Anmelden',
    karma: 'Karma',
    inYourLedger: 'in deinem Ledger',
    asOf: 'Stand',
    block: 'Block',
    profileOf: 'Profil von',
  },
  'shell/global-error': {
    snpdCouldNotLoad: 'SNPD konnte nicht laden',
    thatBroke: 'Das ging kaputt',
    thisPageCouldNot: 'Diese Seite konnte nicht geladen werden. Vielleicht ist sie älter als der Server.',
    reload: 'Neu laden',
  },
  'shell/language': { language: 'Sprache' },
  'shell/lost': {
    soldOutOfPages: 'Seiten ausverkauft',
    thereIsNothingAt: 'Unter dieser Adresse ist nichts, oder du darfst es nicht sehen.',
    seeTheRestocks: 'Zu den Restocks',
  },
  'shell/nav': { main: 'Hauptmenü' },
  'shell/places': {
    home: 'Start',
    restocks: 'Restocks',
    drops: 'Drops',
    checkouts: 'Checkouts',
    ledger: 'Ledger',
    groups: 'Gruppen',
    map: 'Karte',
    events: 'Events',
    calendar: 'Kalender',
    leaders: 'Beste',
    raffles: 'Raffles',
    trades: 'Tausche',
    votes: 'Stimmen',
    passes: 'Pässe',
  },
}
