'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** When this page was kept, if it comes from the device and not from the server (keep.js writes it); else undefined. */
export const useKeptAt = (): string | undefined =>
  useSyncExternalStore(
    never,
    () => document.documentElement.dataset.kept,
    () => undefined,
  )
