import type { TurnApprovalMessages } from './types.ts'

export const turnApproval: TurnApprovalMessages = {
  waits: 'Noch wurde nichts gelesen. Sobald jemand zustimmt, geht es von selbst weiter.',
  goesOn: 'Jemand hat zugestimmt. Es geht weiter, sobald nichts anderes läuft.',
  gone: 'Worauf dies gewartet hat, ist nicht mehr bekannt. Es wurde nichts gelesen.',
}
