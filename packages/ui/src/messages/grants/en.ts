import type { GrantMessages } from './types.ts'

export const grants: GrantMessages = {
  title: 'Always allowed',
  show: 'Show',
  which: { open: 'Holding', ended: 'Revoked' },
  nothing: { open: 'Nothing is always allowed.', ended: 'Nothing was revoked.' },
  nothingHint: 'Whoever approves a request can allow the same from then on.',
  count: (count, formatted) => (count === 1 ? '1 standing permission' : `${formatted} standing permissions`),
  forWhom: (person) => `For ${person}`,
  through: (agent) => `through ${agent}`,
  grantedBy: (person, moment) => `allowed by ${person}, ${moment}`,
  revokedBy: (person, moment) => `revoked by ${person}, ${moment}`,
  used: (count, formatted, moment) =>
    count === 1 ? `used once, ${moment}` : `used ${formatted} times, last ${moment}`,
  neverUsed: 'never used',
  revoke: 'Revoke',
  revokeOf: (sentence) => `Revoke: ${sentence}`,
  revokeHint: 'From the next request on, somebody is asked again. What has happened stays.',
  confirmRevoke: 'Revoke it',
  revoking: 'Revoking…',
  revoked: 'Revoked. The next request is asked for.',
  back: 'Back',
  problems: {
    unauthenticated: 'Your sign-in has ended, so nothing was revoked. Sign in again.',
    'gateway-unreachable': 'No reply came, so it is not known whether this was revoked. It is looked up again.',
  },
}
