/** Option of the Postgres driver for a URL whose host is the folder of a socket: the driver leaves its escapes as they are. */
export function postgresHost(url: string): { host?: string } {
  const host = decodeURIComponent(new URL(url).hostname)
  return host.startsWith('/') ? { host } : {}
}
