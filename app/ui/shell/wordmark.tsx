/** SNPD on its hexagon plate. */
export function Wordmark({ className = '' }: { className?: string }) {
  return (
    <span
      className={`poster inline-flex items-center bg-ink px-5 py-2 text-volt [clip-path:polygon(0.8rem_0,calc(100%-0.8rem)_0,100%_50%,calc(100%-0.8rem)_100%,0.8rem_100%,0_50%)] dark:bg-volt dark:text-ink ${className}`}
    >
      SNPD
    </span>
  )
}
