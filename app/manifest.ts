import type { MetadataRoute } from 'next'

const svg = { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' } as const
const png = (side: number, purpose: 'any' | 'maskable') =>
  ({ src: `/icons/${purpose}-${side}.png`, sizes: `${side}x${side}`, type: 'image/png', purpose }) as const

/** What a phone needs to put SNPD on its home screen, and to share with it (the service worker takes what is shared). */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'SNPD',
    short_name: 'SNPD',
    description: 'Street intel on sneakers, paid in karma. Restocks first, honest checkouts.',
    lang: 'en',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#0B0B0C',
    theme_color: '#0B0B0C',
    categories: ['social', 'shopping', 'lifestyle'],
    icons: [svg, png(192, 'any'), png(512, 'any'), png(512, 'maskable')],
    shortcuts: [
      { name: 'Report a restock', url: '/restocks/report' },
      { name: 'Post', url: '/posts/new' },
      { name: 'Drops', url: '/drops' },
    ],
    share_target: {
      action: '/share',
      method: 'POST',
      enctype: 'multipart/form-data',
      params: {
        title: 'title',
        text: 'text',
        url: 'url',
        files: [{ name: 'photos', accept: ['image/jpeg', 'image/png', 'image/webp'] }],
      },
    },
  }
}
