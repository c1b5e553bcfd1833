import { createHash, createHmac, randomBytes } from 'node:crypto'
import {
  type CallToolResult,
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  createRequestStateCodec,
  type InputRequiredResult,
  inputRequired,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from '@modelcontextprotocol/server'
import canonicalize from 'canonicalize'
import type { LakefrontConfig } from '../../config/types.ts'
import { callerOf } from '../callerOf.ts'
import { type FormCall, type FormSubject, followAnswer } from './followAnswer.ts'
import { formOf } from './formOf.ts'
import { pendingOf } from './pendingOf.ts'
import { readAnswer } from './readAnswer.ts'

/** What a peer carries from the form to the answer. Signed, and good for one caller and one call. */
type FormState = FormSubject & { callHash: string }

/** Asks the person at a peer that can show forms, in the same call, instead of sending them to another tool. */
export type Forms = {
  /** Refuses what this gateway did not sign, or for another caller, or too long ago. */
  verify(state: string, context: ServerContext): Promise<FormState>
  /** For peers of 2026-07-28: the call ends with the form, and comes again with the answer. */
  askAndEnd(call: FormCall, context: ServerContext): Promise<CallToolResult | InputRequiredResult>
}

/** The form's name among the inputs of a call. */
const inputName = 'decision'
/** How long a person may look at a form; the request itself may be decided elsewhere for longer. */
export const formTimeoutMs = 600_000

export function createForms(config: LakefrontConfig): Forms {
  const codec = createRequestStateCodec<FormState>({
    key: keyOf(config),
    ttlSeconds: formTimeoutMs / 1_000,
    bind: callerText,
  })
  return {
    verify: codec.verify,
    async askAndEnd(call, context) {
      const { requestState, inputResponses } = context.mcpReq
      const callHash = hashOf(call)
      const state = requestState<FormState>()
      if (state) {
        if (state.callHash !== callHash) throw anotherCall()
        return followAnswer(call, state, readAnswer(inputResponses?.[inputName]))
      }
      const result = await call.call(call.name, call.input)
      const pending = showsForms(capabilitiesOf(context)) ? pendingOf(result) : undefined
      if (!pending) return result
      const { requestId, shownHash } = pending
      return inputRequired({
        inputRequests: { [inputName]: inputRequired.elicit(formOf(pending)) },
        requestState: await codec.mint({ requestId, shownHash, callHash }, context),
      })
    },
  }
}

/** Whether a peer has declared that it shows forms; an empty declaration means that it does. */
export function showsForms(capabilities: ClientCapabilities | undefined): boolean {
  const { elicitation } = Object(capabilities) as ClientCapabilities
  return elicitation !== undefined && (elicitation.form !== undefined || elicitation.url === undefined)
}

/** The library leaves the envelope's type empty. */
function capabilitiesOf({ mcpReq }: ServerContext): ClientCapabilities | undefined {
  return (Object(mcpReq.envelope) as Record<string, ClientCapabilities>)[CLIENT_CAPABILITIES_META_KEY]
}

function callerText(context: ServerContext): string {
  const { tenantId, userId, agentId } = callerOf(context)
  return JSON.stringify([tenantId, userId, agentId ?? null])
}

function hashOf({ name, input }: FormCall): string {
  return createHash('sha256').update(canonicalize({ name, input })!).digest('base64url')
}

/** The same for all gateways of a configuration that has a secret; otherwise a form is answered where it was asked. */
function keyOf({ audit, authentication }: LakefrontConfig): Uint8Array {
  const jwtSecret = 'jwtSecret' in authentication ? authentication.jwtSecret : undefined
  const secret = audit?.secret ?? jwtSecret
  return secret === undefined ? randomBytes(32) : createHmac('sha256', secret).update('lakefront forms').digest()
}

const anotherCall = () =>
  new ProtocolError(ProtocolErrorCode.InvalidParams, 'The answer belongs to another call. Nothing was decided.')
