import { notFound } from 'next/navigation'
import type { Guide } from '../../../core/guide/shape.ts'
import { Problem } from '../api/problem.ts'
import { serverGet } from '../api/server.ts'
import type { TwoVersions } from './guide-changes.tsx'
import { guideAt } from './kept-queries.ts'

export type GuideProps = {
  params: Promise<{ slug: string; guide: string }>
  searchParams: Promise<Partial<Record<'version' | 'from' | 'to', string | string[]>>>
}

const numberOf = (version: string | string[] | undefined) =>
  typeof version === 'string' && /^[1-9]\d{0,3}$/.test(version) ? Number(version) : null

/** The version of an address; null: the newest. */
export async function versionOf({ searchParams }: GuideProps): Promise<number | null> {
  return numberOf((await searchParams).version)
}

/** The two versions of an address that are to be compared; null: none are. */
export async function twoVersionsOf({ searchParams }: GuideProps): Promise<TwoVersions | null> {
  const asked = await searchParams
  const [from, to] = [numberOf(asked.from), numberOf(asked.to)]
  return from === null || to === null ? null : { from, to }
}

/** The guide of a page, for the server; undefined where the reader may not read it, or the API cannot say now. */
export async function guideOr404(props: GuideProps): Promise<Guide | undefined> {
  const { slug, guide } = await props.params
  const version = await versionOf(props)
  try {
    return await serverGet(`${guideAt(slug, guide)}${version === null ? '' : `?version=${version}`}`, 'guide')
  } catch (error) {
    if (error instanceof Problem && (error.status === 404 || error.status === 422)) notFound()
    return undefined
  }
}
