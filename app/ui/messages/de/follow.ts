import type { words as area } from '../follow/area.ts'
import type { words as around } from '../follow/around.ts'
import type { words as followFields } from '../follow/follow-fields.ts'
import type { words as followForm } from '../follow/follow-form.ts'
import type { words as followList } from '../follow/follow-list.ts'
import type { words as quickFollow } from '../follow/quick-follow.ts'
import type { words } from '../follow/words.ts'

export const followGerman: {
  'follow/area': typeof area
  'follow/around': typeof around
  'follow/follow-fields': typeof followFields
  'follow/follow-form': typeof followForm
  'follow/follow-list': typeof followList
  'follow/quick-follow': typeof quickFollow
  'follow/words': typeof words
} = {
  'follow/area': {
    thisBrowserCannotTell: 'Dieser Browser kann nicht sagen, wo er ist.',
    chooseACity: 'Wähl eine Stadt.',
    yourBrowserDidNot: 'Dein Browser hat nicht gesagt, wo du bist.',
    allowItToOr: 'Erlaub es ihm, oder wähl eine Stadt.',
  },
  'follow/around': { kmAround: '{cells} km um', nearestShop: '{about}, nächster Shop {name}' },
  'follow/follow-fields': {
    thatWouldBeEvery: 'Das wäre jeder Restock, den es gibt.',
    chooseAPairA: 'Wähl ein Paar, eine Größe, einen Shop oder einen Ort.',
    where: 'Wo',
    whereYouStandStays: 'Wo du stehst, bleibt auf diesem Gerät; nur eine grobe Gegend wird gesendet.',
    anywhere: 'Irgendwo',
    aroundMeNow: 'Jetzt um mich herum',
    around: 'Um',
    howFar: 'Wie weit',
    km: 'km',
    pair: 'Paar',
    everyPair: 'Jedes Paar',
    shop: 'Shop',
    anyShop: 'Jeder Shop',
    sizeUs: 'Größe, US',
    any: 'jede',
    aSizeSuchAs: 'eine Größe wie 10, 9.5 oder 7W',
    follow: 'Folgen',
    youFollowIt: '✓ Du folgst dem',
  },
  'follow/follow-form': {
    loadingTheForm: 'Das Formular wird geladen',
    signInAndWe: 'Melde dich an, und wir sagen es dir, sobald ein Shop es hat.',
    signInToFollow: 'Anmelden und folgen',
  },
  'follow/follow-list': {
    stopFollowing: '{words} nicht mehr folgen',
    stop: 'Stopp',
    whatYouFollow: 'Wem und was du folgst',
  },
  'follow/quick-follow': { youFollowIt: '✓ Du folgst dem' },
  'follow/words': {
    everyPair: 'Jedes Paar',
    aPair: 'Ein Paar',
    inSize: 'in Größe {size}',
    at: 'bei {value}',
    oneShop: 'ein Shop',
    nearAPlaceYou: 'bei einem Ort, den du gewählt hast',
  },
}
