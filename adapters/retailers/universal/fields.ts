import type { Buyer } from '../adapter.ts'
import type { Control } from './dom.ts'

export type Kind =
  | 'email'
  | 'name'
  | 'given'
  | 'family'
  | 'phone'
  | 'street'
  | 'house'
  | 'road'
  | 'city'
  | 'state'
  | 'zip'
  | 'country'

/** WHATWG autofill field names (HTML, 4.10.18.7). */
const byToken: Record<string, Kind> = {
  email: 'email',
  name: 'name',
  'given-name': 'given',
  'family-name': 'family',
  tel: 'phone',
  'tel-national': 'phone',
  'street-address': 'street',
  'address-line1': 'street',
  'address-level2': 'city',
  'address-level1': 'state',
  'postal-code': 'zip',
  country: 'country',
  'country-name': 'country',
}
const byWords: readonly [RegExp, Kind][] = [
  [/e-?mail|courriel|correo|メール/i, 'email'],
  [
    /\b(tele)?phone|\btel(éfono|efono)?\b|mobile|handy|rufnummer|téléphone|móvil|cellulare|telefone|telem[óo]vel|電話/i,
    'phone',
  ],
  [
    /first ?name|given ?name|forename|vorname|prénom|\bnombre\b(?! de (usuario|la))|\bnome\b|voornaam|^名(?!前)|\bmei\b|お名前（名）/i,
    'given',
  ],
  [
    /last ?name|family ?name|sur ?name|nachname|familienname|nom de famille|^nom\b(?! complet)|apellidos?|cognome|sobrenome|apelido|achternaam|^姓|お名前（姓）/i,
    'family',
  ],
  [
    /post(al)? ?code|\bzip|post ?code|\bplz\b|postleitzahl|code postal|código[- ]postal|\bcep\b|\bcap\b|郵便番号|^pin ?code/i,
    'zip',
  ],
  [/\bcountry|\bland\b|\bpays\b|país|paese|nazione|国/i, 'country'],
  [
    /\b(state|province|provinz|region|région|county|bundesland|kanton|département|provincia|estado|prefecture)\b|都道府県/i,
    'state',
  ],
  [
    /house ?(no|number|#)|hausn(umme)?r|haus-?nr|numéro de rue|número (de casa|exterior)|numero civico|huisnummer|番地/i,
    'house',
  ],
  [
    /\b(city|town|suburb|locality|ort|stadt|wohnort|ville|commune|ciudad|localidad|población|città|comune|plaats|woonplaats|cidade|localidade)\b|市区町村/i,
    'city',
  ],
  [
    /(street|address|anschrift)( line)? ?1?\b|\b(street|address|straße|strasse|anschrift|adresse|rue|voie|dirección|direccion|calle|domicilio|indirizzo|via|straat|morada|endereço|rua)\b|住所/i,
    'street',
  ],
  [
    /\b(full |your |recipient |complete )?name\b|nom complet|nombre (completo|y apellidos)|vollständiger name|nome e cognome|氏名|お名前/i,
    'name',
  ],
]
const OTHER =
  /line ?[23]|address ?[23]|\b(apartment|apt|suite|unit|floor|company|firma|unternehmen|entreprise|société|empresa|azienda|bedrijf|zusatz|complément|complemento|coupon|voucher|promo\w*|discount|gift|gutschein|code promo|search|suche|recherche|buscar|username|card|karte|carte|tarjeta|iban|holder|password|passwort|comment|note|message|anmerkung|tax ?id|vat|fax)\b|会社|建物/i
const OPTIONAL = /\(?\b(optional|facultatif|opcional|freiwillig|facoltativo)\b\)?|任意/i

/** What of the buyer a field asks for; undefined when it asks for something else. */
export function kindOf({ autocomplete, name, hint, type }: Control): Kind | undefined {
  const token = autocomplete.split(/\s+/).at(-1) ?? ''
  if (byToken[token]) return byToken[token]
  if (/^(cc-|one-time|new-password|current-password|organization|address-line[23])/.test(token))
    return undefined
  if (/^(password|search|checkbox|date|range|color|file)$/.test(type)) return undefined
  if (type === 'email') return 'email'
  if (type === 'tel' && !/card|karte|cvc|cvv|expir|zip|post/i.test(`${name} ${hint}`)) return 'phone'
  const says = name || hint.replace(/[_-]/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2')
  const bare = says.replace(OPTIONAL, ' ').trim()
  if (OTHER.test(bare)) return undefined
  return byWords.find(([pattern]) => pattern.test(bare))?.[1]
}

/** "12 Canal St" and "Hauptstraße 5a" in their two parts. */
function streetParts(street: string): { road: string; house: string } {
  const [, before, after] = /^(\d+\s?[a-z]?(?:[-/]\d+)?)[,\s]+(.+)$/i.exec(street) ?? []
  if (before && after) return { house: before, road: after }
  const [, road, house] = /^(.+?)[,\s]+(\d+\s?[a-z]?(?:[-/]\d+)?)$/i.exec(street) ?? []
  return road && house ? { road, house } : { road: street, house: '' }
}

/** What the buyer answers; empty where they said nothing. */
export function answerFor(buyer: Buyer, kind: Kind): string {
  const [first = '', ...rest] = buyer.name.split(/\s+/)
  const values: Record<Kind, string> = {
    email: buyer.email,
    name: buyer.name,
    given: buyer.given ?? first,
    family: buyer.family ?? rest.join(' '),
    phone: buyer.phone ?? '',
    street: buyer.street,
    ...streetParts(buyer.street),
    city: buyer.city,
    state: buyer.state,
    zip: buyer.zip_code,
    country: buyer.country,
  }
  return values[kind]
}
