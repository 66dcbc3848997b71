import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import lighthouse from 'lighthouse'

/** Of 0 to 100, and the times of the simulated phone. */
export type Measured = {
  performance: number
  accessibility: number
  'best-practices': number
  seo: number
  /** Milliseconds. */
  lcp: number
  tbt: number
  cls: number
}

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

type Asked = {
  url: string
  /** Of the browser's DevTools. */
  port: number
  /** Keeps who is signed in; otherwise each look is a first visit. */
  signedIn: boolean
  /** Of the reports' files. */
  name: string
  folder: string
}

/** One look as Lighthouse's phone on slow 4G (its default: 150 ms, 1.6 Mbit/s, a CPU four times slower); keeps its reports. */
export async function measure({ url, port, signedIn, name, folder }: Asked): Promise<Measured> {
  const result = await lighthouse(url, {
    ...{ port, output: ['json', 'html'], logLevel: 'error', onlyCategories: [...categories] },
    disableStorageReset: signedIn,
  })
  if (!result) throw new Error(`Lighthouse said nothing of ${url}.`)
  const { lhr, report } = result
  if (lhr.runtimeError) throw new Error(`Lighthouse, of ${url}: ${lhr.runtimeError.message}`)
  mkdirSync(folder, { recursive: true })
  const [json = '', html = ''] = Array.isArray(report) ? report : [report]
  writeFileSync(join(folder, `${name}.json`), json)
  writeFileSync(join(folder, `${name}.html`), html)
  const score = (category: string) => Math.round((lhr.categories[category]?.score ?? 0) * 100)
  const time = (audit: string) => lhr.audits[audit]?.numericValue ?? Number.NaN
  return {
    ...{ performance: score('performance'), accessibility: score('accessibility') },
    ...{ 'best-practices': score('best-practices'), seo: score('seo') },
    ...{ lcp: time('largest-contentful-paint'), tbt: time('total-blocking-time') },
    cls: time('cumulative-layout-shift'),
  }
}

const middle = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

/** The middle of each figure. Pure. */
export function median(all: readonly Measured[]): Measured {
  const of = (name: keyof Measured) => middle(all.map((one) => one[name]))
  return {
    ...{ performance: of('performance'), accessibility: of('accessibility') },
    ...{ 'best-practices': of('best-practices'), seo: of('seo') },
    ...{ lcp: of('lcp'), tbt: of('tbt'), cls: of('cls') },
  }
}
