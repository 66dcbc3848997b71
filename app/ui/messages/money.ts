import { formatMoney } from '../../../core/format-money.ts'
import { locale } from './locale.ts'

/** "$150.00", "150,00 $": minor units as the language that is on writes them. */
export const moneyText = (minor: number, currency: string): string =>
  formatMoney(minor, currency, locale.format)
