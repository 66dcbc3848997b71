import type { words as ago } from '../parts/ago.ts'
import type { words as answer } from '../parts/answer.ts'
import type { words as karma } from '../parts/karma.ts'
import type { words as sizeGrid } from '../parts/size-grid.ts'

export const partsGerman: {
  'parts/ago': typeof ago
  'parts/answer': typeof answer
  'parts/karma': typeof karma
  'parts/size-grid': typeof sizeGrid
} = {
  'parts/ago': { ago: 'vor {s} s', inMoments: 'gleich', justNow: 'gerade eben' },
  'parts/answer': { tryAgain: 'Noch einmal' },
  'parts/karma': { karma: 'Karma' },
  'parts/size-grid': { noWord: 'unklar' },
}
