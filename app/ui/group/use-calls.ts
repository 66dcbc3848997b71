'use client'
import { useEffect, useRef } from 'react'
import { useSocket } from '../live/live.tsx'
import { usePostNews } from '../post/watch.ts'

/** Hears of what is called out in a group, over the page's socket. @param heard also when something was missed */
export function useCalls(groupId: string, heard: () => void): void {
  const socket = useSocket()
  const tell = useRef(heard)
  useEffect(() => {
    tell.current = heard
  })
  usePostNews({ group_id: groupId }, { news: () => undefined, missed: () => tell.current() })
  useEffect(() => {
    if (!socket) return
    const onCall = ({ group_id }: { group_id: string }) => {
      if (group_id === groupId) tell.current()
    }
    socket.on('call', onCall)
    return () => {
      socket.off('call', onCall)
    }
  }, [socket, groupId])
}
