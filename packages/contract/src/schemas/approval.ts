import * as z from 'zod'

/**
 * What a tool does to the world: `read` looks, `costly-read` looks at a price, `write` changes a record, `activate` sends
 * something out of the company, `destructive` cannot be undone.
 */
export const effectClassSchema = z.enum(['read', 'costly-read', 'write', 'activate', 'destructive'])

/**
 * How much happens by itself. `observe`: nothing but reading. `propose`: everything else is asked for. `limited`: what stays
 * within the stated limits runs, the rest is asked for. `autonomous`: everything runs and is on the record.
 */
export const autonomyLevelSchema = z.enum(['observe', 'propose', 'limited', 'autonomous'])
