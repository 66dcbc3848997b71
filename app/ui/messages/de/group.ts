import type { words as boardPart } from '../group/board-part.ts'
import type { words as inviteView } from '../group/invite-view.ts'
import type { words as resultForm } from '../group/result-form.ts'

export const groupGerman: {
  'group/board-part': typeof boardPart
  'group/invite-view': typeof inviteView
  'group/result-form': typeof resultForm
} = {
  'group/board-part': { period: 'Zeitraum' },
  'group/invite-view': { signIn: 'Anmelden' },
  'group/result-form': { us: ', US' },
}
