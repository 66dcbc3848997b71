'use client'
import { useState } from 'react'

/** What is younger than this when it is first drawn has just come in, ms. */
const FRESH_MS = 20_000

/** True for a report that arrived while the page was open: it slides in; the rest of the page stands still. */
export function useFresh(timestamp: string): boolean {
  const [fresh] = useState(() => Date.now() - Date.parse(timestamp) < FRESH_MS)
  return fresh
}
