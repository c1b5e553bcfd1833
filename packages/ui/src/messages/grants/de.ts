import { coversInGerman } from './coversInGerman.ts'
import type { GrantMessages } from './types.ts'

export const grants: GrantMessages = {
  title: 'Immer erlaubt',
  show: 'Zeigen',
  which: { open: 'Gültig', ended: 'Zurückgenommen' },
  nothing: { open: 'Nichts ist immer erlaubt.', ended: 'Nichts wurde zurückgenommen.' },
  nothingHint: 'Wer eine Anfrage freigibt, kann künftig dasselbe erlauben.',
  count: (count, formatted) => (count === 1 ? '1 dauerhafte Erlaubnis' : `${formatted} dauerhafte Erlaubnisse`),
  covers: coversInGerman,
  forWhom: (person) => `Für ${person}`,
  through: (agent) => `über ${agent}`,
  grantedBy: (person, moment) => `erlaubt von ${person}, ${moment}`,
  revokedBy: (person, moment) => `zurückgenommen von ${person}, ${moment}`,
  used: (count, formatted, moment) =>
    count === 1 ? `einmal benutzt, ${moment}` : `${formatted}-mal benutzt, zuletzt ${moment}`,
  neverUsed: 'nie benutzt',
  revoke: 'Zurücknehmen',
  revokeOf: (sentence) => `Zurücknehmen: ${sentence}`,
  revokeHint: 'Ab der nächsten Anfrage wird wieder gefragt. Was geschehen ist, bleibt.',
  confirmRevoke: 'Jetzt zurücknehmen',
  revoking: 'Wird zurückgenommen …',
  revoked: 'Zurückgenommen. Bei der nächsten Anfrage wird gefragt.',
  back: 'Zurück',
  problems: {
    unauthenticated: 'Ihre Anmeldung ist abgelaufen, also wurde nichts zurückgenommen. Melden Sie sich an.',
    'gateway-unreachable': 'Es kam keine Antwort; ob das zählte, ist nicht bekannt. Es wird nachgesehen.',
  },
}
