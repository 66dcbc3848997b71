import { pictureOf } from './colourway.ts'

type Props = { sneaker: Parameters<typeof pictureOf>[0]; className?: string }

/** A pair drawn by code: no request, no photograph. Its name always stands beside it in words. */
export function SneakerArt({ sneaker, className }: Props) {
  const { silhouette, colours } = pictureOf(sneaker)
  return (
    <svg
      viewBox="0 0 320 200"
      preserveAspectRatio="xMidYMid meet"
      className={className}
      style={{ backgroundColor: colours.ground }}
      aria-hidden
    >
      <path d="M420 -400H2000V600H-80Z" fill="#fff" opacity=".22" />
      <ellipse cx="166" cy="176" rx="146" ry="5" fill="#0B0B0C" opacity=".2" />
      <path d={silhouette.lining} fill={colours.overlay} />
      <path d={silhouette.lining} fill="#000" opacity=".35" />
      <path d={silhouette.outsole} fill={colours.outsole} />
      <path d={silhouette.upper} fill={colours.base} />
      <path d={silhouette.panel} fill={colours.panel} />
      <path d={silhouette.toe} fill={colours.overlay} />
      <path d={silhouette.heel} fill={colours.overlay} />
      <path d={silhouette.accent} fill={colours.accent} />
      <path d={silhouette.eyestay} fill={colours.overlay} />
      {silhouette.laces.map((lace) => (
        <path
          key={lace.join()}
          d={`M${lace[0]} ${lace[1]}L${lace[2]} ${lace[3]}`}
          stroke={colours.sole}
          strokeWidth="5"
          strokeLinecap="round"
        />
      ))}
      <path d={silhouette.midsole} fill={colours.sole} stroke="#0B0B0C" strokeOpacity=".2" />
      <path
        d={silhouette.seams.join('')}
        fill="none"
        stroke="#0B0B0C"
        strokeOpacity=".28"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  )
}
