import type { Control } from './dom.ts'

const SUBSCRIBES =
  /\b(subscribe|sign (me )?up|join|get \d+ ?% off|abonnieren|anmelden|s.abonner|s.inscrire|suscrib\w*|inscr[ií]b\w*|iscriviti|aanmelden)\b|登録/iu

/**
 * Without the fields of a letter to subscribe to, which comes over a page whenever it likes: nobody's address is asked
 * there, and the page below is no till because of it.
 */
export function withoutLetters(controls: Control[]): Control[] {
  const isLetter = controls.some(
    ({ dialog, kind, name }) => dialog && kind === 'button' && SUBSCRIBES.test(name),
  )
  return isLetter ? controls.filter(({ dialog, kind }) => !dialog || kind !== 'field') : controls
}
