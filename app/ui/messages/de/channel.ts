import type { words as addChannel } from '../channel/add-channel.ts'
import type { words as channelRow } from '../channel/channel-row.ts'
import type { words as channels } from '../channel/channels.ts'
import type { words as pushSwitch } from '../channel/push-switch.ts'

export const channelGerman: {
  'channel/add-channel': typeof addChannel
  'channel/channel-row': typeof channelRow
  'channel/channels': typeof channels
  'channel/push-switch': typeof pushSwitch
} = {
  'channel/add-channel': {
    addedKeepItsSigning:
      '✓ Hinzugefügt. Behalt das Signaturgeheimnis jetzt: Es wird nur dieses eine Mal gezeigt.',
    messagesAreSignedBy:
      'Nachrichten sind nach dem Schema „Standard Webhooks“ signiert: Prüf damit webhook-signature.',
    kind: 'Art',
    webhook: 'Webhook',
    discordChannel: 'Discord-Kanal',
    name: 'Name',
    myBot: 'Mein Bot',
    address: 'Adresse',
    https: 'https://',
    itIsKeptSealed: 'Sie wird versiegelt: Wer sie kennt, kann dort schreiben.',
    addIt: 'Hinzufügen',
    addedSendATest: '✓ Hinzugefügt. Sende einen Test und sieh, ob er ankommt.',
  },
  'channel/channel-row': {
    itSaidThatIt: '✕ Er hat gesagt, dass es ihn nicht mehr gibt.',
    nothingSentYet: 'Noch nichts gesendet',
    tookTheLastOne: 'Hat den letzten angenommen',
    sendATestAlert: 'Test-Alert an {label} senden',
    sendATest: 'Test senden',
    remove: '{label} entfernen',
    remove2: 'Entfernen',
  },
  'channel/channels': {
    loadingWhereAlertsGo: 'Wohin Alerts gehen, wird geladen',
    nowhereYetTurnPush: 'Noch nirgendwohin: Schalte oben Push ein, oder füg einen Webhook hinzu.',
    whereAlertsGo: 'Wohin Alerts gehen',
  },
  'channel/push-switch': {
    askingThisBrowser: 'Dieser Browser wird gefragt',
    onAlertsComeTo: '✓ An: Alerts kommen zu diesem Browser, auch wenn SNPD geschlossen ist.',
    offThisBrowserRings: 'Aus: Dieser Browser klingelt nur, solange SNPD offen ist.',
    cannotWorkHere: '✕ Geht hier nicht:',
    turnOnInThis: 'In diesem Browser einschalten',
    turnOffInThis: 'In diesem Browser ausschalten',
  },
}
