// Preloaded with --import: a machine whose resolver knows no name but its own.
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'

const real = dns.lookup
dns.lookup = (host, options, found) => {
  if (/^(localhost|127\.|::1)/.test(host)) return real(host, options, found)
  const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' })
  return (found ?? options)(error)
}
syncBuiltinESMExports()
