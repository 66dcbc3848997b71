/** What SNPD calls itself, to everybody it asks (no switch). */
export const SNPD_AGENT = 'SNPD/0.1 (+assistant)'
