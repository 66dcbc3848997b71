'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '../api/request.ts'

type Shown = { restockId: string; file: File }

/** The bytes of a file as base64. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}

/** Adds a photo to a restock that the member reported or confirmed. */
export function useAddPhoto() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ restockId, file }: Shown) => {
      const body = { image: await base64Of(file) }
      return request({ path: `/restocks/${restockId}/photos`, shape: 'photo', method: 'POST', body })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['restocks'] }),
  })
}
