'use client'
import type { AnyLakefrontError, Client } from '@lakefront/client'
import { useMutation } from '@tanstack/react-query'
import { useClient, useOwnQueryClient } from '../../hooks/useClient.ts'

type Effect<input, output> = (client: Client, parameters: input) => Promise<output>

/** Runs something that has an effect; what the page shows under these names is read anew after it, however it ended. */
export function useEffectMutation<input, output>(
  effect: Effect<input, output>,
  changes: readonly string[],
  given: Client | undefined,
) {
  const client = useClient(given)
  const queryClient = useOwnQueryClient()
  return useMutation<output, AnyLakefrontError, input>(
    {
      mutationFn: (parameters) => effect(client, parameters),
      onSettled: (_data, _error, _input, _result, context) =>
        Promise.all(
          changes.map((name) => context.client.invalidateQueries({ queryKey: ['lakefront', client.scope, name] })),
        ),
    },
    queryClient,
  )
}

/** What a written record may change on the page. */
export const recordNames = ['approvals', 'record', 'searchRecords'] as const
