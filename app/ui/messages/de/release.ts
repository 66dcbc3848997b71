import type { words as calendarView } from '../release/calendar-view.ts'
import type { words as filters } from '../release/filters.ts'
import type { words as monthGrid } from '../release/month-grid.ts'
import type { words as releaseRow } from '../release/release-row.ts'
import type { words as subscribe } from '../release/subscribe.ts'
import type { releaseWords } from '../release.en.ts'

export const releaseGerman: {
  'release.releaseWords': typeof releaseWords
  'release/calendar-view': typeof calendarView
  'release/filters': typeof filters
  'release/month-grid': typeof monthGrid
  'release/release-row': typeof releaseRow
  'release/subscribe': typeof subscribe
} = {
  'release.releaseWords': { drop: 'SNPD-Drop', raffle: 'Raffle', 'in-store': 'Im Laden', online: 'Online' },
  'release/calendar-view': {
    nothingAnnouncedIn: 'Nichts angekündigt im {month}',
    shopsAnnounceLate: 'Shops kündigen spät an. Abonnier unten, und dein Kalender füllt sich von selbst.',
    theNextMonth: 'Der nächste Monat',
    loadingTheMonth: 'Der Monat wird geladen',
    everyRelease: 'Jedes Release',
    theReleasesChosenAbove: 'Die oben gewählten Releases',
  },
  'release/filters': {
    pair: 'Paar',
    everyPair: 'Jedes Paar',
    shop: 'Shop',
    everyShop: 'Jeder Shop',
    show: 'Zeigen',
  },
  'release/month-grid': { releases: { one: '1 Release', other: '{n} Releases' }, today: 'heute' },
  'release/release-row': {
    noHourGiven: 'ohne Uhrzeit',
    calledOff: 'Abgesagt',
    manyShops: 'viele Shops',
    accordingTo: 'Laut',
  },
  'release/subscribe': {
    inYourOwnCalendar: 'In deinem eigenen Kalender',
    keptUpToDate:
      ', von deinem Kalender aktuell gehalten. Tage ohne Uhrzeit sind ganze Tage; ein abgesagtes Release sagt es.',
    subscribe: 'Abonnieren',
    copyTheAddress: 'Adresse kopieren',
    downloadOnce: 'Einmal herunterladen',
    copied: '✓ Kopiert',
    yourBrowserDidNot: 'Dein Browser hat es nicht erlaubt. Sie lautet {address}',
  },
}
