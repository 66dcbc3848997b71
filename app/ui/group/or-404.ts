import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { Group } from '../../../core/group/shape.ts'
import { Problem } from '../api/problem.ts'
import { serverGet } from '../api/server.ts'
import { groupWords } from '../messages/en-groups.ts'

export type GroupProps = { params: Promise<{ slug: string }> }

/** The group of a page, for the server; undefined where the API cannot say now. */
export async function groupOr404({ params }: GroupProps): Promise<Group | undefined> {
  try {
    return await serverGet(`/groups/${encodeURIComponent((await params).slug)}`, 'group')
  } catch (error) {
    // A word that can be no group's is answered with 422.
    if (error instanceof Problem && (error.status === 404 || error.status === 422)) notFound()
    return undefined
  }
}

/** What its pages are called. */
export async function groupTitle(props: GroupProps): Promise<Metadata> {
  return { title: (await groupOr404(props))?.name ?? groupWords.groups }
}
