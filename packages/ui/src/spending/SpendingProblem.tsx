'use client'
import { Nothing } from '../states/Nothing.tsx'
import { ReadProblem } from '../states/ReadProblem.tsx'
import { useSpendingWords } from './useSpendingWords.ts'

type SpendingProblemProps = { error: { code: string; message: string }; onRetry(): void }

/** What kept the figures from being read, or that nothing is counted here. */
export function SpendingProblem({ error, onRetry }: SpendingProblemProps) {
  const words = useSpendingWords()
  // Everybody may read what they spend themselves, wherever it is counted.
  if (error.code === 'forbidden') return <Nothing>{words.noBudgets}</Nothing>
  return <ReadProblem error={error} onRetry={onRetry} />
}
