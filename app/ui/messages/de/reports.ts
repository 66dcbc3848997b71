import type { caseKindWords, reportThingWords } from '../en-reports.ts'

export const reportsGerman: {
  'reports.reportThingWords': typeof reportThingWords
  'reports.caseKindWords': typeof caseKindWords
} = {
  'reports.reportThingWords': {
    event: 'Dieses Event melden',
    restock: 'Diese Notiz melden',
    group: 'Diese Gruppe melden',
    guide: 'Diesen Guide melden',
  },
  'reports.caseKindWords': {
    post: 'Post',
    event: 'Event',
    restock: 'Restock-Notiz',
    group: 'Gruppe',
    guide: 'Guide',
    mute: 'Stummschaltung',
  },
}
