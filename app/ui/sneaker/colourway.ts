import type { Sneaker } from '../../../core/restock/shape.ts'
import { tonesOf } from './tones.ts'

type Pair = Pick<Sneaker, 'style_code' | 'name' | 'colorway'>

/** One side view each, drawn in silhouettes.svg under this id. */
export const silhouettes = ['runner', 'skate', 'chunky', 'high', 'court', 'mid', 'slip'] as const
type Silhouette = (typeof silhouettes)[number]

/** Colours of one pair: the ground it stands on and one per block. */
export type Colourway = {
  ground: string
  base: string
  panel: string
  overlay: string
  accent: string
  sole: string
  outsole: string
}

const palettes: readonly Colourway[] = [
  {
    ground: '#E2DCCB',
    base: '#F7F5EF',
    panel: '#C8102E',
    overlay: '#141416',
    accent: '#F7F5EF',
    sole: '#FBFAF6',
    outsole: '#C8102E',
  },
  {
    ground: '#8FB6D6',
    base: '#E9EEF0',
    panel: '#2A4B66',
    overlay: '#16283A',
    accent: '#F26A2E',
    sole: '#F4F1EA',
    outsole: '#16283A',
  },
  {
    ground: '#C9CF8F',
    base: '#E6DFC8',
    panel: '#5B6B3A',
    overlay: '#333D22',
    accent: '#E8B84A',
    sole: '#EFE8D4',
    outsole: '#8A6B43',
  },
  {
    ground: '#B4A0F0',
    base: '#2B2A33',
    panel: '#5B4B8A',
    overlay: '#17161C',
    accent: '#D4FF3A',
    sole: '#ECEAF2',
    outsole: '#17161C',
  },
  {
    ground: '#F2A679',
    base: '#F3E4D3',
    panel: '#C46A3C',
    overlay: '#7A3B1E',
    accent: '#F3E4D3',
    sole: '#FBF3E8',
    outsole: '#B98354',
  },
  {
    ground: '#86D3B0',
    base: '#FFFFFF',
    panel: '#0F6B4F',
    overlay: '#0A4433',
    accent: '#F2C14E',
    sole: '#FFFFFF',
    outsole: '#0F6B4F',
  },
  {
    ground: '#B9BDC1',
    base: '#8E9092',
    panel: '#C9CBCC',
    overlay: '#55585B',
    accent: '#E03A2F',
    sole: '#F0F0EE',
    outsole: '#2E3032',
  },
  {
    ground: '#E6BC4B',
    base: '#1A1A1C',
    panel: '#F4F1EA',
    overlay: '#1A1A1C',
    accent: '#C9A13B',
    sole: '#F4F1EA',
    outsole: '#C9A13B',
  },
]

/** FNV-1a, 32 bits: small, and spreads short codes well. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return value >>> 0
}

function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

/** What a shoe's name says about its shape; the first word that fits decides. */
const shapes = [
  [/\b(high|hi|boot)\b/i, 'high'],
  [/\bmid\b/i, 'mid'],
  [/\b(slip|slide|mule)\b/i, 'slip'],
  [/\b(runner|run|trainer|jogger)\b/i, 'runner'],
  [/\bcourt\b/i, 'court'],
  [/\b[89]\d\b/, 'chunky'],
  [/\b(low|skate)\b/i, 'skate'],
] as const

function shapeOf(name: string, seed: number): Silhouette {
  const said = shapes.find(([words]) => words.test(name))?.[1]
  return said ?? pick(silhouettes, seed)
}

function coloursOf(colorway: string, seed: number): Colourway {
  const drawn = pick(palettes, seed >>> 8)
  const said = tonesOf(colorway)
  if (!said) return drawn
  const [base, second] = said
  // One colour all over is still cut from several pieces.
  const panel = second === base ? `color-mix(in oklab, ${base} 84%, #f4f1ea)` : second
  const overlay = `color-mix(in oklab, ${panel} 62%, #0b0b0c)`
  return { ...drawn, base, panel, overlay, accent: base, sole: '#f7f4ec', outsole: panel }
}

/** The same picture for the same pair, always: its words where they say something, its style code for the rest. */
export function pictureOf({ style_code, name, colorway }: Pair): {
  silhouette: Silhouette
  colours: Colourway
} {
  const seed = hash(style_code)
  return { silhouette: shapeOf(name, seed), colours: coloursOf(colorway, seed) }
}
