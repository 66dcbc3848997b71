import type { actWords } from '../post/acts.ts'
import type { words as postPhotos } from '../post/post-photos.ts'
import type { words as postTags } from '../post/post-tags.ts'
import type { words } from '../post/words.ts'

export const postGerman: {
  'post/acts': typeof actWords
  'post/post-photos': typeof postPhotos
  'post/post-tags': typeof postTags
  'post/words': typeof words
} = {
  'post/acts': {
    up: 'Hochstimmen',
    down: 'Herunterstimmen',
    like: 'Gefällt mir',
    save: 'Für später speichern',
    loadingMenu: 'Wird geladen',
    moreOwn: 'Ändern oder zurücknehmen',
    moreOthers: 'Melden oder stummschalten',
  },
  'post/post-photos': { asSawItOf: 'Wie {author} es sah, {value} von {length}' },
  'post/post-tags': { about: 'Über' },
  'post/words': { replies: { one: '1 Antwort', other: '{n} Antworten' } },
}
