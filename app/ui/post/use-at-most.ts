'use client'
import { useEffect, useRef } from 'react'

/** To call as often as one likes: does it at once, then once per while at most, and never loses the last call. */
export function useAtMost(work: () => void, everyMs: number): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isDue = useRef(false)
  const latest = useRef(work)
  useEffect(() => {
    latest.current = work
  })
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  const run = () => {
    isDue.current = timer.current !== undefined
    if (isDue.current) return
    latest.current()
    timer.current = setTimeout(() => {
      timer.current = undefined
      if (isDue.current) run()
    }, everyMs)
  }
  return run
}
