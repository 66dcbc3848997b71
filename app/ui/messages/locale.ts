import { inWords } from './in-words.ts'

/** The language that is on: `lang` for the document (BCP 47), `format` for dates and numbers. */
export const locale = inWords('locale', { lang: 'en', format: 'en-US' })
