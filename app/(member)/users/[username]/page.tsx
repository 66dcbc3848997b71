import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { Problem } from '../../../ui/api/problem.ts'
import { serverGet } from '../../../ui/api/server.ts'
import { pageWords as words } from '../../../ui/messages/pages.ts'
import { profileQuery, userPostsQuery } from '../../../ui/post/queries.ts'
import { ProfileView } from '../../../ui/profile/profile-view.tsx'

type Props = { params: Promise<{ username: string }> }

async function profileOr404(username: string) {
  try {
    return await serverGet(`/users/${encodeURIComponent(username)}`, 'profile')
  } catch (error) {
    // A name that can be nobody's is answered with 422.
    if (error instanceof Problem && (error.status === 404 || error.status === 422)) notFound()
    return undefined
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const profile = await profileOr404((await params).username)
  return { title: profile?.username ?? words.member }
}

export default async function ProfilePage({ params }: Props) {
  const { username } = await params
  await profileOr404(username)
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(profileQuery(get, username)),
        client.prefetchInfiniteQuery(userPostsQuery(get, username)),
      ]}
    >
      <ProfileView username={username} />
    </Prefetch>
  )
}
