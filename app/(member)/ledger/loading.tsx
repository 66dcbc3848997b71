import { pageWords as words } from '../../ui/messages/pages.ts'
import { Waiting } from '../../ui/parts/waiting.tsx'

export default function Loading() {
  return <Waiting what={words.loadingYourLedger} />
}
