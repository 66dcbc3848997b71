/** ISO 3166-2 codes of the states, as GeoNames has them too. */
const states: Readonly<Record<string, string>> = {
  AL: 'Alabama',
  AK: 'Alaska',
  AZ: 'Arizona',
  AR: 'Arkansas',
  CA: 'California',
  CO: 'Colorado',
  CT: 'Connecticut',
  DE: 'Delaware',
  DC: 'District of Columbia',
  FL: 'Florida',
  GA: 'Georgia',
  HI: 'Hawaii',
  ID: 'Idaho',
  IL: 'Illinois',
  IN: 'Indiana',
  IA: 'Iowa',
  KS: 'Kansas',
  KY: 'Kentucky',
  LA: 'Louisiana',
  ME: 'Maine',
  MD: 'Maryland',
  MA: 'Massachusetts',
  MI: 'Michigan',
  MN: 'Minnesota',
  MS: 'Mississippi',
  MO: 'Missouri',
  MT: 'Montana',
  NE: 'Nebraska',
  NV: 'Nevada',
  NH: 'New Hampshire',
  NJ: 'New Jersey',
  NM: 'New Mexico',
  NY: 'New York',
  NC: 'North Carolina',
  ND: 'North Dakota',
  OH: 'Ohio',
  OK: 'Oklahoma',
  OR: 'Oregon',
  PA: 'Pennsylvania',
  RI: 'Rhode Island',
  SC: 'South Carolina',
  SD: 'South Dakota',
  TN: 'Tennessee',
  TX: 'Texas',
  UT: 'Utah',
  VT: 'Vermont',
  VA: 'Virginia',
  WA: 'Washington',
  WV: 'West Virginia',
  WI: 'Wisconsin',
  WY: 'Wyoming',
  PR: 'Puerto Rico',
}

/** GeoNames numbers Canada's provinces. */
const provinces: Readonly<Record<string, readonly [code: string, name: string]>> = {
  '01': ['AB', 'Alberta'],
  '02': ['BC', 'British Columbia'],
  '03': ['MB', 'Manitoba'],
  '04': ['NB', 'New Brunswick'],
  '05': ['NL', 'Newfoundland and Labrador'],
  '07': ['NS', 'Nova Scotia'],
  '08': ['ON', 'Ontario'],
  '09': ['PE', 'Prince Edward Island'],
  '10': ['QC', 'Quebec'],
  '11': ['SK', 'Saskatchewan'],
  '12': ['YT', 'Yukon'],
  '13': ['NT', 'Northwest Territories'],
  '14': ['NU', 'Nunavut'],
}

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const byName = new Map(
  letters
    .flatMap((first) => letters.map((second) => first + second))
    .map((code) => [(countries.of(code) ?? '').toLowerCase(), code]),
)
for (const [name, code] of [
  ['usa', 'US'],
  ['uk', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
] as const)
  byName.set(name, code)

/** A country's two letters by its English name or by themselves; undefined of other words. @param words in lower case */
export function countryOf(words: string): string | undefined {
  return (
    byName.get(words) ??
    (countries.of(/^[a-z]{2}$/.test(words) ? words.toUpperCase() : 'XX') ? words.toUpperCase() : undefined)
  )
}

/** "ny", "on": what people write behind a city of the United States or Canada. */
export function regionCode(country: string, adminCode: string): string | undefined {
  if (country === 'US') return adminCode.toLowerCase()
  return country === 'CA' ? provinces[adminCode]?.[0].toLowerCase() : undefined
}

/** What a city is in, from near to far: "New York", "United States"; of other countries the country alone. */
export function regionName(country: string, adminCode: string): string[] {
  const region =
    country === 'US' ? states[adminCode] : country === 'CA' ? provinces[adminCode]?.[1] : undefined
  return [...(region ? [region] : []), countries.of(country) ?? country]
}
