'use client'
import { useEffect, useRef } from 'react'
import type { PostNews, WatchPosts } from '../../../core/post/socket.ts'
import { useLiveStatus, useReadAt, useSocket } from '../live/live.tsx'

/** A reader who turns pages faster than the server listens is asked to wait, ms; then this often. */
const AGAIN_MS = 2_000
const TRIES = 4

type Hear = {
  news: (news: PostNews) => void
  /** From here on nothing is missed, but something was since the page was read: it has to be asked for. */
  missed: () => void
}

/** Hears of posts over the page's socket, while the page is there. Other wishes than before replace them. */
export function usePostNews(watch: WatchPosts, hear: Hear): void {
  const socket = useSocket()
  const readAt = useReadAt()
  const isLive = useLiveStatus() === 'live'
  const wanted = JSON.stringify(watch)
  const tell = useRef(hear)
  useEffect(() => {
    tell.current = hear
  })
  useEffect(() => {
    if (!socket || !isLive) return
    let again: ReturnType<typeof setTimeout> | undefined
    const onPost = (news: PostNews) => tell.current.news(news)
    const ask = (tries: number) =>
      socket.emit('posts:watch', { ...JSON.parse(wanted), since: readAt }, (isHeard, wasMissed) => {
        if (isHeard && wasMissed) tell.current.missed()
        else if (!isHeard && tries > 1) again = setTimeout(ask, AGAIN_MS, tries - 1)
      })
    socket.on('post', onPost)
    ask(TRIES)
    return () => {
      clearTimeout(again)
      socket.off('post', onPost)
      if (socket.connected) socket.emit('posts:watch', {}, () => undefined)
    }
  }, [socket, isLive, wanted, readAt])
}
