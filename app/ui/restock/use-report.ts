'use client'
import type { RestockReport } from '../../../core/restock/shape.ts'
import { useReportRestock } from '../api/mutations.ts'
import { useAddPhoto } from './use-photo.ts'

type Sent = { body: RestockReport; file: File | undefined }

/** Sends a report and then its photo. The report stands when the photo cannot be kept, which can be sent again alone. */
export function useReport(onDone: (restockId: string) => void) {
  const report = useReportRestock()
  const photo = useAddPhoto()
  const show = (restockId: string, file: File) =>
    photo.mutate({ restockId, file }, { onSuccess: () => onDone(restockId) })
  return {
    send: ({ body, file }: Sent) =>
      report.mutate(body, { onSuccess: ({ id }) => (file ? show(id, file) : onDone(id)) }),
    show,
    error: report.error,
    photoError: photo.error,
    /** Of the restock, once the report is in. */
    restockId: report.data?.id,
    isPending: report.isPending || photo.isPending,
  }
}
