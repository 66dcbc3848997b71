import { inWords } from './in-words.ts'

/** The form that reports a restock. */
export const reportWords = inWords('site.reportWords', {
  photo: 'Photo',
  photoHint: 'JPEG, PNG or WebP, 8 MB at most. Place, time and camera are taken out of it before it is kept.',
  photoTooLarge: 'This file is larger than 8 MB. Choose a smaller one.',
  photoFailed: 'Your report is in. Its photo is not.',
  photoAgain: 'Send the photo again',
  withoutPhoto: 'Go on without it',
})
