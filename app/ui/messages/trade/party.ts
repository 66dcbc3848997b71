import { inWords } from '../in-words.ts'

export const words = inWords('trade/party', {
  asShowsItOf: 'As {name} shows it, {value} of {length}',
  sentTheirs: '✓ sent theirs',
  gotWhatWasAgreed: '✓ got what was agreed',
})
