import { Lost } from './ui/shell/lost.tsx'

export default function NotFound() {
  return (
    <main className="p-6 sm:p-12">
      <Lost />
    </main>
  )
}
