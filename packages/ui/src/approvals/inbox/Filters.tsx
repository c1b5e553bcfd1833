'use client'
import type { ApprovalRequest, EffectClass } from '@lakefront/react'
import { Field, SelectField } from '../../form/Field.tsx'
import { Button } from '../../kit/Button.tsx'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { useApprovalWords } from '../useApprovalWords.ts'
import styles from './approval-inbox.module.css'
import { facetsOf, type InboxFilters, noFilters, toOptions } from './filters.ts'

type FiltersProps = {
  filters: InboxFilters
  onChange(filters: InboxFilters): void
  /** All requests of the list as far as they are known, to count what there is to choose from. */
  requests: readonly ApprovalRequest[]
  /** There are more than those. */
  hasMore: boolean
}

/** Narrows the list: words, who asked, through what, at which source, of what kind. Renders a `<search>`. */
export function Filters({ filters, onChange, requests, hasMore }: FiltersProps) {
  const { format } = useKit()
  const text = useApprovalWords()
  const counted = (count: number) => (hasMore ? text.atLeast(format.count(count)) : format.count(count))
  const selects = [
    ['requestedBy', text.requester, ({ requestedBy: { userId } }) => named(userId)],
    ['agentId', text.agent, ({ requestedBy: { agentId } }) => (agentId === null ? undefined : named(agentId))],
    ['source', text.source, ({ shown }) => ({ value: shown.source, label: shown.sourceTitle })],
    ['effectClass', text.kind, ({ shown }) => ({ value: shown.effectClass, label: text.effects[shown.effectClass] })],
  ] satisfies [keyof InboxFilters, string, Parameters<typeof facetsOf>[1]][]

  return (
    <search aria-label={text.filters} className={css(styles.filters)}>
      <Field label={text.search}>
        {(control) => (
          <input
            {...control}
            type="search"
            maxLength={200}
            value={filters.search}
            onChange={({ target }) => onChange({ ...filters, search: target.value })}
          />
        )}
      </Field>
      {selects.map(([name, label, pick]) => {
        const facets = facetsOf(requests, pick)
        // One choice is none, unless it was made.
        if (facets.length < 2 && filters[name] === '') return null
        return (
          <SelectField
            key={name}
            label={label}
            value={filters[name]}
            any={text.any}
            choices={facets.map(({ value, label: title, count }) => ({
              value,
              label: text.withCount(title, counted(count)),
            }))}
            onChange={(value) => onChange({ ...filters, [name]: value as EffectClass })}
          />
        )
      })}
      {Object.keys(toOptions(filters)).length > 0 && (
        <Button variant="plain" onClick={() => onChange(noFilters)}>
          {text.clearFilters}
        </Button>
      )}
    </search>
  )
}

const named = (name: string) => ({ value: name, label: name })
