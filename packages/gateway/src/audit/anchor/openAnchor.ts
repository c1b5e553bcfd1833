import { appendFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { AnchorConfig } from '../../config/types.ts'
import type { Anchor } from './port.ts'

const timeoutMs = 10_000

/** A file that lines are added to, or an address that they are sent to. */
export function openAnchor(config: AnchorConfig): Anchor {
  return 'file' in config ? fileAnchor(config.file) : urlAnchor(config)
}

function fileAnchor(file: string): Anchor {
  return {
    async write(lines) {
      await mkdir(dirname(file), { recursive: true })
      await appendFile(file, lines.map((line) => `${line}\n`).join(''), { flush: true })
    },
  }
}

function urlAnchor({ url, headers = {} }: Extract<AnchorConfig, { url: string }>): Anchor {
  return {
    async write(lines) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/jsonl', ...headers },
        body: lines.map((line) => `${line}\n`).join(''),
        signal: AbortSignal.timeout(timeoutMs),
      })
      if (!response.ok) throw new Error(`The anchor at ${url} answered ${response.status}.`)
    },
  }
}
