import type { words as firstMinute } from '../home/first-minute.ts'
import type { words as hero } from '../home/hero.ts'
import type { words as homeView } from '../home/home-view.ts'

export const homeGerman: {
  'home/first-minute': typeof firstMinute
  'home/hero': typeof hero
  'home/home-view': typeof homeView
} = {
  'home/first-minute': {
    getIn: 'Komm rein',
    aWalletOrA: 'Eine Wallet oder ein Passwort. Keine Wallet zur Hand? Die Demo gibt dir eine.',
    reportARestock: 'Restock melden',
    aPairASize: 'Ein Paar, eine Größe, ein Shop. Dauert zehn Sekunden.',
    earn10Karma: '10 Karma verdienen',
    whenASecondMember: 'Bestätigt ein zweites Mitglied, wird Karma auf der Chain in deine Wallet geprägt.',
    watchTheLedger: 'Zum Ledger',
    copADrop: 'Einen Drop coppen',
    karmaOpensTheGate: 'Karma öffnet das Gate. Der Assistent geht durch den Shop, und du sagst Ja zur Summe.',
    seeTheDrops: 'Zu den Drops',
    done: ', erledigt',
    yourFirstMinute: 'Deine erste Minute ·',
    of: 'von',
  },
  'home/hero': {
    reportARestock: 'Restock melden',
    otherWaysIn: 'Andere Wege hinein',
    streetIntel: 'Straßen-Intel.',
    paidIn: 'Bezahlt in',
    karma: 'Karma.',
    seeRestocksFirstSay:
      'Sieh Restocks zuerst. Sag, was du gesehen hast, verdien Karma, und lass einen ehrlichen Assistenten für dich durch den Drop gehen.',
  },
  'home/home-view': { liveRestocks: 'Restocks live', all: 'Alle', restocks: 'Restocks' },
}
