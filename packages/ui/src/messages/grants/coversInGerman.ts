import type { Grant } from '@lakefront/react'

/** What a standing permission covers, in German sentences that say all of it, as the gateway's English ones do. */
export function coversInGerman(terms: Grant['terms']): string[] {
  const { userId, agentId, tool, piiClasses, channels } = terms
  const through = agentId === null ? 'ohne Assistenten' : `über den Assistenten „${agentId}“`
  return [
    `Nur was ${userId} anfragt, ${through}, mit dem Werkzeug ${tool}.`,
    subject(terms),
    bounds(terms),
    piiClasses.length > 0
      ? `Personenbezogene Daten dieser Arten: ${piiClasses.join(', ')}.`
      : 'Keine personenbezogenen Daten.',
    ...(channels.length > 0 ? [`Es darf gesendet werden an: ${channels.join(', ')}.`] : []),
    'Es gilt, bis jemand es zurücknimmt.',
  ]
}

function subject({ effectClass, entity, source, columns, shape }: Grant['terms']): string {
  if (effectClass === 'costly-read') {
    const about = entity === null ? '' : ` über alles der Art ${entity}`
    return `Lesen${about} bei ${source} mit denselben Anweisungen wie in dieser Anfrage (${shape?.slice(0, 8)}), welche Werte auch darin stehen.`
  }
  return `Schreiben in alles der Art ${entity} bei ${source}, jeden Wert, in diesen Feldern: ${columns?.join(', ')}.`
}

function bounds({ maxRows, maxPeople, maxCostUsd }: Grant['terms']): string {
  const rows = maxRows === null ? 'beliebig viele Zeilen' : count(maxRows, 'Zeile', 'Zeilen')
  const people = maxPeople === null ? 'beliebig viele Personen' : count(maxPeople, 'Person', 'Personen')
  const cost = maxCostUsd === null ? 'nichts, was berechnet wird' : usd.format(maxCostUsd)
  return `Jedes Mal höchstens: ${rows}; ${people}; ${cost}.`
}

/** To the millionth, since that much is allowed and no more. */
const usd = new Intl.NumberFormat('de', { style: 'currency', currency: 'USD', maximumFractionDigits: 6 })
const whole = new Intl.NumberFormat('de')

const count = (number: number, one: string, many: string) => `${whole.format(number)} ${number === 1 ? one : many}`
