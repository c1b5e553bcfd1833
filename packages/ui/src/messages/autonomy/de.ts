import type { AutonomyMessages } from './types.ts'

export const autonomy: AutonomyMessages = {
  title: 'Wie viel von selbst geschieht',
  hint: 'Gilt für alle in Ihrem Unternehmen, Menschen wie Assistenten. Regeln der Konfiguration gehen vor.',
  level: 'Stufe',
  levels: {
    observe: {
      name: 'Beobachten',
      meaning: 'Nur lesen. Nichts wird geschrieben oder gesendet; nach teurem Lesen wird gefragt.',
    },
    propose: { name: 'Vorschlagen', meaning: 'Vor jeder Wirkung wird gefragt.' },
    limited: {
      name: 'Begrenzt',
      meaning: 'Was in den Grenzen unten bleibt, geschieht von selbst; nach dem Rest wird gefragt.',
    },
    autonomous: { name: 'Selbstständig', meaning: 'Alles geschieht von selbst und wird festgehalten.' },
  },
  setBy: (person, moment) => `Gesetzt von ${person}, ${moment}.`,
  asConfigured: 'Wie die Konfiguration es sagt; niemand hat etwas anderes gesetzt.',
  readOnly: 'Das ändern nur Administratoren.',

  limits: 'Grenzen',
  limitsHint: 'Eine leere Grenze erlaubt nichts ihrer Art von selbst.',
  costPerEffect: 'US-Dollar je Wirkung',
  costPerDay: 'US-Dollar je Person und Tag',
  rows: 'Datensätze je Mal',
  people: 'Personen je Mal',
  piiClasses: 'Arten personenbezogener Daten',
  channels: 'Kanäle',
  commaSeparated: 'Durch Kommas getrennt, etwa email, phone',
  notAllowed: 'nichts dieser Art',
  notAmount: 'Schreiben Sie einen Betrag, null oder mehr.',
  notWhole: 'Schreiben Sie eine ganze Zahl, null oder mehr.',

  simulated: 'Was das bewirkt hätte',
  days: 'Rückblick',
  lastDays: (formatted) => `${formatted} Tage`,
  simulating: 'Wird ausgerechnet …',
  wouldHave: (allowed, requests, days, cost) =>
    `Mit dieser Stufe wären ${allowed} von ${requests} Anfragen der letzten ${days} Tage von selbst gelaufen${cost === undefined ? '' : `, für ${cost}`}.`,
  costUnknown: 'einen unbekannten Betrag',
  others: (asked, denied, deniedCount) =>
    `Nach ${asked} wäre gefragt worden${deniedCount === 0 ? '' : `, ${denied} wären abgelehnt worden`}.`,
  nothingToSimulate: (days) =>
    `In den letzten ${days} Tagen hat niemand etwas gewünscht; es gibt nichts zu vergleichen.`,
  which: 'Welche, und warum',
  firstOf: (formatted, total) => `Die neuesten ${formatted} von ${total}.`,
  verdicts: { allow: 'von selbst', ask: 'gefragt', deny: 'abgelehnt' },
  requestedBy: (person, moment) => `${person}, ${moment}`,
  costAtMost: (amount) => `höchstens ${amount}`,

  save: 'Speichern',
  saving: 'Wird gespeichert …',
  saved: 'Gespeichert. Es gilt ab der nächsten Anfrage.',
  discard: 'Änderungen verwerfen',
  changedMeanwhile: (person, level, moment) =>
    `${person} hat inzwischen „${level}“ gesetzt, ${moment}. Was Sie eingegeben haben, bleibt.`,
  configurationChanged: (level) => `Die Konfiguration sagt inzwischen „${level}“. Was Sie eingegeben haben, bleibt.`,
  takeTheirs: 'Das andere ansehen',
  keepMine: 'Mit meinem weitermachen',
  problems: {
    unauthenticated: 'Ihre Anmeldung ist abgelaufen, also wurde nichts gespeichert. Melden Sie sich an.',
    'record-changed': 'Jemand hat es seither gesetzt. Nichts wurde gespeichert.',
    'gateway-unreachable': 'Es kam keine Antwort; ob gespeichert wurde, ist nicht bekannt. Es wird nachgesehen.',
  },
}
