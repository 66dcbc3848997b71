import { inWords } from '../in-words.ts'

export const words = inWords('channel/push-switch', {
  askingThisBrowser: 'Asking this browser',
  onAlertsComeTo: '✓ On: alerts come to this browser, also when SNPD is closed.',
  offThisBrowserRings: 'Off: this browser rings only while SNPD is open.',
  cannotWorkHere: '✕ Cannot work here:',
  turnOnInThis: 'Turn on in this browser',
  turnOffInThis: 'Turn off in this browser',
})
