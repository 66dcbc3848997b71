import type { words as firstMinute } from '../home/first-minute.ts'
import type { words as hero } from '../home/hero.ts'
import type { words as homeView } from '../home/home-view.ts'

export const homeGerman: {
  'home/first-minute': typeof firstMinute
  'home/hero': typeof hero
  'home/home-view': typeof homeView
} = {
  'home/first-minute': {
    title: 'Deine erste Minute',
    ofAll: '{count} von {all}',
    away: 'Weglegen',
    over: 'Das war alles. Ab hier ist es deine Straße.',
    done: 'erledigt',
    cameIn: '{pair}, US {size}, bei {shop}: gerade eben.',
    earn: {
      title: 'Verdien dein erstes Karma',
      words:
        'Sag, welches Paar du gesehen hast, in welcher Größe und welchem Shop. Ein Nachbar schaut nach, und 10 Karma werden für dich geprägt.',
      go: 'Restock melden',
      wait: 'Gemeldet. Ein Nachbar schaut nach, dann prägt die Chain dein Karma: in der Demo Sekunden.',
      watch: 'Zum Ledger',
    },
    enter: {
      title: 'Mach bei einer Raffle mit',
      words:
        'Ein Los braucht einen Druck. Die Ziehung ist eine öffentliche Zahl, die noch niemand kennt, und dein Browser kann sie prüfen.',
      go: 'Bei einer Raffle mitmachen',
      none: 'Gerade nimmt keine Raffle Lose an. Die nächste steht unter Raffles, sobald sie öffnet.',
    },
    live: {
      title: 'Sieh einen Restock live kommen',
      words:
        'Bleib auf dieser Seite. Der Shop der Demo legt alle paar Augenblicke ein Paar ins Regal, und es gleitet hier herein.',
      listening: 'Hört zu',
      connecting: 'Verbindet',
    },
    walk: {
      title: 'Schick den Assistenten auf einen Probelauf',
      words:
        'Er geht in einem echten Browser durch einen Shop, zeigt dir jeden Schritt und die Summe und kauft nichts.',
      go: 'Probelauf einrichten',
      running: 'Er ist unterwegs. Sieh seine Schritte, während sie geschehen.',
      see: 'Sieh ihm zu',
    },
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
