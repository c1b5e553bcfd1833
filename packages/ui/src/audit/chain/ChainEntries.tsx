'use client'
import type { AuditCall } from '@lakefront/react'
import { Code, Fact, Facts, Soft } from '../../facts/Facts.tsx'
import { useKit } from '../../kit/KitContext.ts'
import { useAuditWords } from '../useAuditWords.ts'

/** Where a call stands in the chain: each entry with its number and its hash. Renders a `<dl>`. */
export function ChainEntries({ entries }: Pick<AuditCall, 'entries'>) {
  const { format } = useKit()
  const words = useAuditWords()
  return (
    <Facts>
      {entries.map(({ sequence, kind, hash, recordedAt }) => (
        <Fact key={sequence} name={words.entry(format.count(sequence), words.kinds[kind] ?? kind)}>
          <Soft>{format.moment(recordedAt)}</Soft> <Code>{hash}</Code>
        </Fact>
      ))}
    </Facts>
  )
}
