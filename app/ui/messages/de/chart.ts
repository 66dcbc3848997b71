import type { words as oddsChart } from '../chart/odds-chart.ts'
import type { words as priceChart } from '../chart/price-chart.ts'

export const chartGerman: {
  'chart/odds-chart': typeof oddsChart
  'chart/price-chart': typeof priceChart
} = {
  'chart/odds-chart': {
    tickets: 'Ein Zeichen je Los; die gefüllten gewinnen.',
    ticketsYours: 'Ein Zeichen je Los, deins mitgezählt; die gefüllten gewinnen.',
    hundredths: 'Ein Zeichen je Hundertstel der Lose; die gefüllten gewinnen.',
    hundredthsYours: 'Ein Zeichen je Hundertstel der Lose, deins mitgezählt; die gefüllten gewinnen.',
  },
  'chart/price-chart': {
    to: '{low} bis {high_minor}',
    theSameAsA: 'Dasselbe als Tabelle',
    pricesByDay: 'Preise nach Tag',
    day: 'Tag',
    seenFor: 'Gesehen für',
    times: 'Wie oft',
    nobodyHasSeenIt: 'Im letzten halben Jahr hat es niemand mit Preis gesehen.',
    lastSeenFor: 'Zuletzt gesehen für',
    theDashedLineIs: '; die gestrichelte Linie ist',
    whatShopsAsk: ', was Shops verlangen.',
  },
}
