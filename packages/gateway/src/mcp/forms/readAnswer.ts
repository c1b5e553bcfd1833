import * as z from 'zod'

const answerSchema = z.object({
  action: z.literal('accept'),
  content: z.object({
    decision: z.enum(['approve', 'reject']),
    reason: z.string().trim().max(2_000).optional(),
  }),
})

export type FormAnswer = { decision: 'approve' | 'reject'; reason?: string | undefined }

/** What a person has decided in the form. Declined, cancelled, or anything that is no clear decision: nothing. */
export function readAnswer(response: unknown): FormAnswer | undefined {
  const parsed = answerSchema.safeParse(response)
  return parsed.success ? parsed.data.content : undefined
}
