import { inWords } from '../in-words.ts'

export const words = inWords('channel/channels', {
  loadingWhereAlertsGo: 'Loading where alerts go',
  nowhereYetTurnPush: 'Nowhere yet: turn push on above, or add a webhook.',
  whereAlertsGo: 'Where alerts go',
})
