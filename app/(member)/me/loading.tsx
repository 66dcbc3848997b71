import { Waiting } from '../../ui/parts/waiting.tsx'

export default function Loading() {
  return <Waiting what="Loading your settings" />
}
