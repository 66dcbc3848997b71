import localFont from 'next/font/local'

/**
 * Cut from the Latin files of the @fontsource-variable packages to the weights, widths and features that globals.css asks for:
 * 64 KB instead of 179, which a phone on slow 4G waits for before it can show a headline. Made with fonttools (OFL allows it):
 *   fonttools varLib.instancer archivo-latin-wdth-normal.woff2 wght=800 wdth=112:118
 *   fonttools varLib.instancer inter-latin-wght-normal.woff2 wght=400:700
 *   fonttools varLib.instancer jetbrains-mono-latin-wght-normal.woff2 wght=400:800
 *   pyftsubset EACH --unicodes='*' --no-hinting --flavor=woff2 --layout-features=kern,ccmp,locl,mark,mkmk,tnum
 * A new width or weight of a headline needs a new cut: fonts.test.ts tells.
 */
const archivo = localFont({
  src: './fonts/archivo.woff2',
  weight: '800',
  variable: '--font-archivo',
  declarations: [{ prop: 'font-stretch', value: '112% 118%' }],
  adjustFontFallback: 'Arial',
})
const inter = localFont({
  src: './fonts/inter.woff2',
  weight: '400 700',
  variable: '--font-inter',
  adjustFontFallback: 'Arial',
})
const jetbrains = localFont({
  src: './fonts/jetbrains.woff2',
  weight: '400 800',
  variable: '--font-jetbrains',
  fallback: ['ui-monospace', 'Menlo', 'Consolas', 'monospace'],
  adjustFontFallback: false,
})

export const fontVariables = `${archivo.variable} ${inter.variable} ${jetbrains.variable}`
