import { inWords } from '../in-words.ts'

export const words = inWords('member/settings-nav', {
  settings: 'Settings',
  you: 'You',
})
