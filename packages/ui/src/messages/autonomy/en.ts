import type { AutonomyMessages } from './types.ts'

export const autonomy: AutonomyMessages = {
  title: 'How much happens by itself',
  hint: 'Holds for everybody at your company, people and assistants alike. Rules of the configuration go before it.',
  level: 'Level',
  levels: {
    observe: {
      name: 'Observe',
      meaning: 'Reads only. Nothing is written or sent; a read that costs much is asked for.',
    },
    propose: { name: 'Propose', meaning: 'Every effect is asked for before it happens.' },
    limited: {
      name: 'Limited',
      meaning: 'What stays within the limits below happens by itself; the rest is asked for.',
    },
    autonomous: { name: 'Autonomous', meaning: 'Everything happens by itself, and is on the record.' },
  },
  setBy: (person, moment) => `Set by ${person}, ${moment}.`,
  asConfigured: 'As the configuration says; nobody has set another.',
  readOnly: 'Only administrators may change this.',

  limits: 'Limits',
  limitsHint: 'A limit that is left empty allows nothing of its kind by itself.',
  costPerEffect: 'US dollars for each effect',
  costPerDay: 'US dollars for each person and day',
  rows: 'Records each time',
  people: 'People each time',
  piiClasses: 'Kinds of personal data',
  channels: 'Channels',
  commaSeparated: 'Separated by commas, such as email, phone',
  notAllowed: 'nothing of its kind',
  notAmount: 'Write an amount, zero or more.',
  notWhole: 'Write a whole number, zero or more.',

  simulated: 'What it would have done',
  days: 'Looking back',
  lastDays: (formatted) => `${formatted} days`,
  simulating: 'Working it out…',
  wouldHave: (allowed, requests, days, cost) =>
    `With this level, ${allowed} of ${requests} requests of the last ${days} days would have run by themselves${cost === undefined ? '' : `, costing ${cost}`}.`,
  costUnknown: 'an amount that is not known',
  others: (asked, denied, deniedCount) =>
    `${asked} would have been asked for${deniedCount === 0 ? '' : `, ${denied} refused`}.`,
  nothingToSimulate: (days) =>
    `Nobody asked for anything in the last ${days} days, so there is nothing to compare with.`,
  which: 'Which, and why',
  firstOf: (formatted, total) => `The newest ${formatted} of ${total}.`,
  verdicts: { allow: 'by itself', ask: 'asked for', deny: 'refused' },
  requestedBy: (person, moment) => `${person}, ${moment}`,
  costAtMost: (amount) => `at most ${amount}`,

  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved. It holds from the next request on.',
  discard: 'Discard changes',
  changedMeanwhile: (person, level, moment) =>
    `${person} has set it to “${level}” meanwhile, ${moment}. What you have entered is kept.`,
  configurationChanged: (level) => `The configuration says “${level}” by now. What you have entered is kept.`,
  takeTheirs: 'Look at theirs',
  keepMine: 'Go on with mine',
  problems: {
    unauthenticated: 'Your sign-in has ended, so nothing was saved. Sign in again.',
    'record-changed': 'Somebody has set it since it was shown. Nothing was saved.',
    'gateway-unreachable': 'No reply came, so it is not known whether this was saved. It is looked up again.',
  },
}
