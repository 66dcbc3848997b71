import type { Category } from '../../../../core/karma/rule.ts'
import { inWords } from '../in-words.ts'

export const categoryWords: Record<Category, string> = inWords('karma/categories', {
  intel: 'Intel',
  checkouts: 'Checkouts',
  community: 'Community',
  trades: 'Trades',
  moderation: 'Moderation',
  adapters: 'Adapters',
})

/** What a rule's karma is paid out of; one that this page does not know says itself. */
export const categoryText = (category: string): string =>
  Object.entries(categoryWords).find(([name]) => name === category)?.[1] ?? category
