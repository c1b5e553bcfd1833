'use client'
import type { AnyLakefrontError, Client } from '@lakefront/client'
import type { ToolOutput } from '@lakefront/contract'
import { useMutation } from '@tanstack/react-query'
import { useClient, useOwnQueryClient } from './useClient.ts'

type Effect<input> = (client: Client, parameters: input) => Promise<ToolOutput<'decide_approval'>>

/** Runs something that may change records; lists of requests and records on the page are read anew after it. */
export function useEffectMutation<input>(effect: Effect<input>, given: Client | undefined) {
  const client = useClient(given)
  const queryClient = useOwnQueryClient()
  return useMutation<ToolOutput<'decide_approval'>, AnyLakefrontError, input>(
    {
      mutationFn: (parameters) => effect(client, parameters),
      onSettled: (_data, _error, _input, _result, context) =>
        Promise.all(
          ['approvals', 'record', 'searchRecords'].map((name) =>
            context.client.invalidateQueries({ queryKey: ['lakefront', client.scope, name] }),
          ),
        ),
    },
    queryClient,
  )
}
