'use client'
import { useRef } from 'react'
import { request } from '../api/request.ts'
import { base64Of } from '../restock/use-photo.ts'

async function sendPhoto(file: File): Promise<string> {
  const body = { image: await base64Of(file) }
  const { id } = await request({ path: '/photos', shape: 'photo', method: 'POST', body })
  return id
}

/** Sends pictures for a post or a reply. One that was taken in is not sent again when what comes after it fails. */
export function usePhotoIds() {
  const sent = useRef(new Map<File, string>())
  return async (files: readonly File[]) => {
    for (const file of files) if (!sent.current.has(file)) sent.current.set(file, await sendPhoto(file))
    return files.flatMap((file) => sent.current.get(file) ?? [])
  }
}
