import type { words as priceChart } from '../chart/price-chart.ts'

export const chartGerman: {
  'chart/price-chart': typeof priceChart
} = {
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
