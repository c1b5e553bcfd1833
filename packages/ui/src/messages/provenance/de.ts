import type { ProvenanceMessages } from './types.ts'

export const provenance: ProvenanceMessages = {
  loading: 'Herkunft wird gelesen',
  columns: 'Was die Spalten bedeuten',
  defined: 'Definiert als',
  expression: 'Berechnet als',
  from: 'Gelesen aus',
  computedHere: 'Aus den anderen Spalten berechnet.',
  steps: 'Was gelesen wurde',
  readFrom: 'Tabellen',
  remarks: 'Was dazu zu wissen ist',
  cost: 'Was es gekostet hat',
  record: 'Im Protokoll',
  readingRecord: 'Protokoll wird gelesen…',
  notOnRecord: 'Im Protokoll steht kein Eintrag zu dieser Antwort.',
  noRecord: 'Das Gateway führt kein Protokoll; diese Antwort ist nirgends festgehalten.',
  recordFailed: 'Das Protokoll konnte nicht gelesen werden.',
}
