import { inWords } from '../in-words.ts'

export const words = inWords('restock/ticker', {
  loadingRestocks: 'Loading restocks',
  quietOutThereThe: 'Quiet out there. The first report of the day earns the most eyes.',
})
