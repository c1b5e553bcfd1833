import { GatewayError } from '../errors.ts'

/** No result has this handle: it never existed, or was forgotten long ago. */
export const unknownHandle = () => new GatewayError({ code: 'unknown-handle', message: 'There is no such result.' })

/** The result is another person's. */
export const foreignHandle = () =>
  new GatewayError({ code: 'foreign-handle', message: 'This result belongs to somebody else.' })

/** The result was there, and its time is over. */
export const expiredHandle = () =>
  new GatewayError({ code: 'expired-handle', message: 'This result has expired. Ask again to read it anew.' })

/** The link was not made by this gateway for this caller. */
export const badSignature = () =>
  new GatewayError({ code: 'forbidden', message: 'The link to this result is not valid.' })

/** The result lives, but so many rows came after these that there was no room to keep them. */
export const rowsLetGo = () =>
  new GatewayError({ code: 'expired-handle', message: 'These rows are no longer held. Ask again to read them anew.' })
