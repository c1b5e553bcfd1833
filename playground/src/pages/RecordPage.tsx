import { useCatalog, useRecord } from '@lakefront/react'
import { AccountView } from '@lakefront/ui'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { AccountEffects } from '../effects/AccountEffects.tsx'
import { listPath, type Place } from '../routes/paths.ts'
import type { Theme } from '../shell/useTheme.ts'
import type { OpenedRecord } from '../Workplace.tsx'
import styles from './Page.module.css'

type RecordPlace = Place & { kind: 'record' }

export type RecordPageProps = {
  place: RecordPlace
  theme: Theme
  onOpen: (record: OpenedRecord) => void
  /** Told once the record's name is known, so that the assistant can say what "this account" is. */
  onLabel: (place: RecordPlace, label: string) => void
}

/** One record: the kit's account view on the CRM's page. */
export function RecordPage({ place, theme, onOpen, onLabel }: RecordPageProps) {
  const { entity, id } = place
  const catalog = useCatalog()
  const title = catalog.data?.entities.find(({ name }) => name === entity)?.pluralTitle ?? 'Records'
  const record = useRecord({ entity, id, sections: [] })
  const label = record.data?.label
  useEffect(() => {
    if (label) onLabel(place, label)
  }, [label, onLabel, place])
  return (
    <>
      <p className={styles.crumb}>
        <Link href={listPath(entity)}>{title}</Link> / {id}
      </p>
      <AccountView className="crm-kit" entity={entity} id={id} theme={theme} onOpenRecord={onOpen} />
      {entity === 'account' && <AccountEffects key={id} accountId={id} theme={theme} />}
    </>
  )
}
