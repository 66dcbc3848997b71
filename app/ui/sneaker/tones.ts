/** Colour words of colourways, lower case. A word that is not here leaves the colours to the style code. */
const tones: Readonly<Record<string, string>> = {
  black: '#19191b',
  bone: '#e9e1cf',
  brick: '#a63d2b',
  chalk: '#f4f1ea',
  clay: '#c06a43',
  cream: '#efe3c6',
  ember: '#d8502a',
  gold: '#c9a13b',
  graphite: '#3a3d42',
  green: '#0f6b4f',
  gum: '#b9854f',
  'harbor blue': '#2f5d8c',
  ice: '#d5e6ee',
  ink: '#1b1f2a',
  moss: '#5a6b3b',
  navy: '#1f2f4f',
  red: '#c8102e',
  rust: '#b4552d',
  sage: '#9db08e',
  sand: '#d9c29b',
  signal: '#f0532d',
  steel: '#8e9092',
  white: '#ffffff',
}

/** "Bone / Harbor Blue" as its two colours, "Triple Black" as one twice; undefined when a word is not known. */
export function tonesOf(colorway: string): readonly [string, string] | undefined {
  const words = colorway
    .toLowerCase()
    .replace(/^triple /, '')
    .split('/')
    .map((word) => word.trim())
  const first = tones[words[0] ?? '']
  const second = tones[words[1] ?? words[0] ?? '']
  return first && second ? [first, second] : undefined
}
