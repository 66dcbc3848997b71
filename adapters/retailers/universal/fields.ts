import type { Buyer } from '../adapter.ts'
import type { Control } from './dom.ts'

export type Kind =
  | 'email'
  | 'name'
  | 'given'
  | 'family'
  | 'phone'
  /** The country's number before a phone's own. */
  | 'dial'
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
  'tel-country-code': 'dial',
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
  [
    /(country|dial(l)?ing|calling|phone|area) ?(code|prefix)|(phone|tel\p{L}*).{0,10}country|\b(country.?code|prefix|vorwahl|ländervorwahl|indicatif|prefijo|prefisso|indicativo|kierunkowy|landnummer|riktnummer)\b/iu,
    'dial',
  ],
  [/e-?mail|e-post\b|courriel|correo|correio eletr|sähköposti|البريد الإ?ا?لكتروني|الإيميل|メール/i, 'email'],
  [
    /\b(tele)?phone|\btel(éfono|efono|efon\p{L}*)?\b|mobile|mobiel|handy|rufnummer|téléphone|móvil|cellulare|telefone|telem[óo]vel|telefoonnummer|komórk\p{L}*|mobil(nummer|telefon)?\b|puhelin|الهاتف|الجوال|電話/iu,
    'phone',
  ],
  [
    /first ?name|given ?name|forename|vorname|prénom|\bnombre\b(?! de (usuario|la))|\bnome\b(?! completo)|primeiro nome|voornaam|imię|förnamn|fornavn|etunimi|křestní|\bjméno\b|الاسم الأول|^名(?!前)|\bmei\b|お名前（名）/iu,
    'given',
  ],
  [
    /last ?name|family ?name|sur ?name|nachname|familienname|nom de famille|^nom\b(?! complet)|apellidos?|cognome|sobrenome|apelido|achternaam|nazwisko|efternamn|efternavn|etternavn|sukunimi|příjmení|soyad|اسم العائلة|^姓|お名前（姓）/iu,
    'family',
  ],
  [
    /post(al)? ?code|\bzip|post ?code|\bplz\b|postleitzahl|code postal|código[- ]postal|codice postale|\bcep\b|\bcap\b|\bcp\b|kod pocztowy|post(nummer|nr)\b|postinumero|\bpsč\b|posta kodu|الرمز البريدي|郵便番号|^pin ?code/iu,
    'zip',
  ],
  [
    /\bcountry|\bland\b|\bpays\b|país|paese|nazione|\bkraj\b|\bmaa\b|\bzemě\b|ülke|الدولة|البلد|国/iu,
    'country',
  ],
  [
    /\b(state|province|provinz|region|région|county|bundesland|kanton|département|provincia|estado|distrito|województwo|landskap|fylke|kraj\/okres|prefecture)\b|المحافظة|المنطقة|都道府県/iu,
    'state',
  ],
  [
    /(street|stra(ß|ss)e|address|adresse|calle|direcci[óo]n|rue|voie|indirizzo|via|straat|ulica|morada|rua|endereço|gata|gade).{0,16}(number|nummer|nr\b|no\b|número|numero|numer|num\b|n[°º]|civico)|(number|nummer|nr\.?|no\.?) .{0,6}(street|stra(ß|ss)e|rue|calle|via)/iu,
    'street',
  ],
  [
    /house ?(no|number|#)|hausn(umme)?r|haus-?nr|numéro de rue|número (de casa|exterior)|numero civico|huis(nummer|nr)|nr domu|numer domu|husnummer|番地/i,
    'house',
  ],
  [
    /\b(city|town|suburb|locality|ort|stadt|wohnort|ville|commune|ciudad|localidad|localidade|población|città|comune|plaats|woonplaats|cidade|miasto|miejscowość|stad|postort|by|poststed|kaupunki|postitoimipaikka|město|şehir)\b|المدينة|市区町村/iu,
    'city',
  ],
  [
    /(street|address|anschrift)( line)? ?1?\b|\b(street|address|straße|strasse|anschrift|adresse|rue|voie|dirección|direccion|calle|domicilio|indirizzo|via|straat(naam)?|adres|morada|endereço|rua|ulica|gatuadress|adress|vejnavn|gade|gateadresse|katuosoite|osoite|ulice|adres satırı)\b|العنوان|الشارع|住所/iu,
    'street',
  ],
  [
    /\b(full |your |recipient |complete )?name\b|nom complet|nombre (completo|y apellidos)|vollständiger name|nome e cognome|nome completo|\bnaam\b|imię i nazwisko|fullständigt namn|\bnamn\b|fulde navn|\bnavn\b|الاسم|氏名|お名前/iu,
    'name',
  ],
].map(([pattern, kind]) => [edged(pattern as RegExp), kind as Kind])

/** "\\b" knows the letters of English alone: "città" would not end where it ends. */
function edged({ source, flags }: RegExp): RegExp {
  const letter = '[\\p{L}\\p{N}]'
  const edge = `(?:(?<=${letter})(?!${letter})|(?<!${letter})(?=${letter}))`
  return new RegExp(source.replaceAll('\\b', edge), [...new Set(`${flags}u`)].join(''))
}

const OTHER =
  /leave .{0,20}(blank|empty)|do not (fill|enter)|nicht ausfüllen|(frei|leer) ?lassen|laisse[rz] .{0,20}vide|ne pas remplir|dej(a|e|ar) .{0,20}vac[ií]o|lasciare vuoto|line ?[23]|address ?[23]|\b(apartment|apt|suite|unit|floor|company|firma|unternehmen|entreprise|société|empresa|azienda|bedrijf|zusatz|complément|complemento|coupon|voucher|promo\w*|discount|gift|gutschein|code promo|search|suche|recherche|buscar|username|card|karte|carte|tarjeta|iban|holder|tussenvoegsel|toevoeging|nip|nif|cpf|cnpj|codice fiscale|partita iva|osobní|account|referral|password|passwort|comment|note|message|anmerkung|tax ?id|vat|fax)\b|会社|建物/i
const OPTIONAL =
  /\(?\b(optional|facultatif|opcional|freiwillig|facoltativo|optioneel|opcjonalnie|valfritt|valgfri)\b\)?|任意/i

/** What of the buyer a field asks for; undefined when it asks for something else. */
export function kindOf({ autocomplete, name, hint, type }: Control): Kind | undefined {
  const token = autocomplete.split(/\s+/).at(-1) ?? ''
  if (byToken[token]) return byToken[token]
  if (/^(cc-|one-time|new-password|current-password|organization|address-line[23])/.test(token))
    return undefined
  if (/^(password|search|checkbox|date|range|color|file)$/.test(type)) return undefined
  if (type === 'email') return 'email'
  if (type === 'tel' && !/card|karte|cvc|cvv|expir|zip|post/i.test(`${name} ${hint}`)) return 'phone'
  const hints = hint.replace(/[_-]/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2')
  for (const says of [name, hints]) {
    const bare = says.replace(OPTIONAL, ' ').trim()
    if (OTHER.test(bare)) return undefined
    const kind = byWords.find(([pattern]) => pattern.test(bare))?.[1]
    if (kind) return kind
  }
  return undefined
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
    dial: buyer.phone?.startsWith('+') ? buyer.phone : '',
    street: buyer.street,
    ...streetParts(buyer.street),
    city: buyer.city,
    state: buyer.state,
    zip: buyer.zip_code,
    country: buyer.country,
  }
  return values[kind]
}
