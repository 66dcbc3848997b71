import { inWords } from '../in-words.ts'

export const words = inWords('live/offline-banner', {
  offline: 'Offline',
  reconnecting: 'Reconnecting. What you see may be out of date.',
  kept: 'This page is as you last saw it,',
  again: 'Load it anew',
})
