'use client'
import { useCatalog } from '@lakefront/react'
import { DateField, Field, SelectField } from '../../form/Field.tsx'
import { Button } from '../../kit/Button.tsx'
import { css } from '../../kit/css.ts'
import { useAuditWords } from '../useAuditWords.ts'
import styles from './audit-filters.module.css'
import { type AuditFilters, endings, hasFilters, noFilters, recordedTools } from './filters.ts'

type FilterFormProps = {
  filters: AuditFilters
  /** Whether other people's calls can be told apart here. */
  hasPeople: boolean
  onChange(filters: AuditFilters): void
}

/** What of the trail is shown: by person, what was done, source, how it ended and when. Renders a `<search>`. */
export function FilterForm({ filters, hasPeople, onChange }: FilterFormProps) {
  const words = useAuditWords()
  const sources = useCatalog().data?.sources ?? []
  const set = (name: keyof AuditFilters) => (value: string) => onChange({ ...filters, [name]: value })
  const named = (names: readonly string[], labels: Partial<Record<string, string>>) =>
    names.map((value) => ({ value, label: labels[value] ?? value }))
  return (
    // biome-ignore lint/a11y/useSemanticElements: React 18 does not know <search>
    <div role="search" aria-label={words.filters} className={css(styles.filters)}>
      {hasPeople && <PersonField value={filters.userId} onChange={set('userId')} />}
      <SelectField
        label={words.tool}
        value={filters.tool}
        any={words.any}
        choices={named(recordedTools, words.tools)}
        onChange={set('tool')}
      />
      <SelectField
        label={words.source}
        value={filters.source}
        any={words.any}
        choices={sources.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={set('source')}
      />
      <SelectField
        label={words.status}
        value={filters.status}
        any={words.any}
        choices={named(endings, words.statuses)}
        onChange={set('status')}
      />
      <DateField label={words.from} value={filters.from} onChange={set('from')} />
      <DateField label={words.to} value={filters.to} onChange={set('to')} />
      {hasFilters(filters) && (
        <Button variant="plain" onClick={() => onChange(noFilters)}>
          {words.clear}
        </Button>
      )}
    </div>
  )
}

/** A person's id, looked for once it is whole: on Enter, or when the field is left. */
function PersonField({ value, onChange }: { value: string; onChange(value: string): void }) {
  const words = useAuditWords()
  return (
    <Field label={words.person}>
      {(control) => (
        <input
          {...control}
          key={value}
          type="text"
          defaultValue={value}
          autoComplete="off"
          spellCheck={false}
          onBlur={(event) => onChange(event.target.value.trim())}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onChange(event.currentTarget.value.trim())
          }}
        />
      )}
    </Field>
  )
}
