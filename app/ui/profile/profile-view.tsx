'use client'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { Profile } from '../../../core/post/shape.ts'
import { useMe } from '../api/hooks.ts'
import { browserGet } from '../api/request.ts'
import { profileWords } from '../messages/en-writing.ts'
import { plural } from '../messages/fill.ts'
import { Answer } from '../parts/answer.tsx'
import { Button, buttonClass } from '../parts/button.tsx'
import { Empty, ErrorNotice } from '../parts/notice.tsx'
import { useFollowMember } from '../post/hooks.ts'
import { PostList } from '../post/post-list.tsx'
import { profileQuery, userPostsQuery } from '../post/queries.ts'
import { TheirCloset } from '../trade/their-closet.tsx'

type Props = {
  profile: Profile
  /** As the address has it, in whatever case. */
  asked: string
}

function Follow({ profile: { username, mine }, asked }: Props) {
  const { data: me } = useMe()
  const follow = useFollowMember(asked)
  if (mine.is_me)
    return (
      <Link href="/me" className={buttonClass('plain')}>
        {profileWords.settings}
      </Link>
    )
  if (!me)
    return (
      <Link
        href={`/sign-in?next=${encodeURIComponent(`/users/${username}`)}`}
        className={buttonClass('plain')}
      >
        {profileWords.signIn}
      </Link>
    )
  return (
    <div className="grid justify-items-start gap-2">
      <Button
        tone={mine.follows ? 'plain' : 'go'}
        aria-pressed={mine.follows}
        busy={follow.isPending}
        onClick={() => follow.mutate(!mine.follows)}
      >
        {mine.follows ? profileWords.follows : profileWords.follow}
      </Button>
      {follow.error && <ErrorNotice error={follow.error} />}
    </div>
  )
}

/** As large as one line of a phone takes: a capital of the poster face is some 0.85 em wide. */
const sizeOf = (name: string) => `min(${Math.floor(1070 / name.length) / 10}vw, 9vw, 3.5rem)`

function Head({ profile, asked }: Props) {
  const { username, followers, following, posts, joined_at } = profile
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 border-b border-rule pb-5">
      <div className="grid min-w-0 gap-3">
        <h1 className="poster wrap-anywhere" style={{ fontSize: sizeOf(username) }}>
          {username}
        </h1>
        <p className="figures flex flex-wrap gap-x-4 text-sm text-muted">
          <span>{plural(profileWords.posts, posts)}</span>
          <span>{plural(profileWords.followers, followers)}</span>
          <span>
            {following} {profileWords.following}
          </span>
          <span>
            {profileWords.since} <time dateTime={joined_at}>{joined_at.slice(0, 10)}</time>
          </span>
        </p>
      </div>
      <Follow profile={profile} asked={asked} />
    </header>
  )
}

/** A member as everyone sees them: nothing here is of what they wrote anonymously. */
export function ProfileView({ username }: { username: string }) {
  const posts = useInfiniteQuery(userPostsQuery(browserGet, username))
  return (
    <Answer query={useQuery(profileQuery(browserGet, username))} waiting={profileWords.loading}>
      {(profile) => (
        <div className="grid grid-cols-1 gap-6">
          <Head profile={profile} asked={username} />
          <TheirCloset username={profile.username} isMe={profile.mine.is_me} />
          <PostList posts={posts}>
            <Empty title={profileWords.empty} />
          </PostList>
        </div>
      )}
    </Answer>
  )
}
