import { execFileSync } from 'node:child_process'

const everyMs = 100
const bytesPerUnit = 1024

/** Looks at the resident memory of another process, from now until it is asked for the highest. */
export function watchMemory(pid: number) {
  const look = () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * bytesPerUnit
  const atStartBytes = look()
  let highest = atStartBytes
  const timer = setInterval(() => {
    highest = Math.max(highest, look())
  }, everyMs)
  return {
    atStartBytes,
    async highestBytes() {
      clearInterval(timer)
      return highest
    },
  }
}
