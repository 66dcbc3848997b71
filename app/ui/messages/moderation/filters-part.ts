import { inWords } from '../in-words.ts'

export const words = inWords('moderation/filters-part', {
  andAllBelowIt: 'and all below it',
  remove: 'Remove',
  what: 'What',
  words: 'Words',
  aDomain: 'A domain',
  pattern: 'Pattern',
  wholeWordsHoweverThey: 'Whole words, however they are spelled',
  postsWithIt: 'Posts with it',
  areRefused: 'are refused',
  waitForYou: 'wait for you',
  add: 'Add',
  loadingTheFilters: 'Loading the filters',
  none: 'None.',
  filters: 'Filters',
  refused: 'refused',
  held: 'held',
})
