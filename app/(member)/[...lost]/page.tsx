import { notFound } from 'next/navigation'

/** An address that no page has: lost inside the shell, with every way on still there. */
export default function LostPage(): never {
  notFound()
}
