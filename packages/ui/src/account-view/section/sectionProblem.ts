import type { AnyLakefrontError, RecordSection } from '@lakefront/react'

export type SectionProblem = { code: string; message: string; retryAt: string | undefined }

/** Why a section could not be read: what the gateway says of it, or of the whole call. */
export function sectionProblem(
  section: Pick<RecordSection, 'status' | 'error'> | undefined,
  error: AnyLakefrontError | null,
): SectionProblem | undefined {
  if (error) {
    const retryAt = 'retryAt' in error ? error.retryAt?.toISOString() : undefined
    return { code: error.code, message: error.message, retryAt }
  }
  if (section?.status !== 'failed') return undefined
  const { code = 'internal', message = '', retryAt } = section.error ?? {}
  return { code, message, retryAt }
}
