import type { locale } from '../locale.ts'

export const localeGerman: {
  locale: typeof locale
} = {
  locale: { lang: 'de', format: 'de-DE' },
}
