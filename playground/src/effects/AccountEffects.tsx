import type { Theme } from '../shell/useTheme.ts'
import { ChangeDeal } from './ChangeDeal.tsx'
import { ChangeOwner } from './ChangeOwner.tsx'
import { Fold } from './Fold.tsx'
import { LogActivity } from './LogActivity.tsx'
import { OpenCase } from './OpenCase.tsx'

/** What can be done to an account: each is asked for, and happens once the policy or somebody has agreed. */
export function AccountEffects(props: { accountId: string; theme: Theme }) {
  return (
    <>
      <Fold summary="Open a case">{() => <OpenCase {...props} />}</Fold>
      <Fold summary="Log an activity">{() => <LogActivity {...props} />}</Fold>
      <Fold summary="Change an opportunity">{() => <ChangeDeal {...props} />}</Fold>
      <Fold summary="Hand the account over">{() => <ChangeOwner {...props} />}</Fold>
    </>
  )
}
