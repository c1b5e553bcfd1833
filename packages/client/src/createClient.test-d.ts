import type { Answer, Catalog } from '@lakefront/contract'
import { expectTypeOf, test } from 'vitest'
import type { Client } from './types.ts'

declare const client: Client

test('a tool gives what the contract says', () => {
  expectTypeOf(client.callTool('describe_catalog', {})).resolves.toEqualTypeOf<Catalog>()
  expectTypeOf(client.ask({ question: 'margin?' })).resolves.toEqualTypeOf<Answer>()
})

test('a tool or an input that does not exist does not compile', () => {
  // @ts-expect-error there is no such tool
  void client.callTool('drop_table', {})
  // @ts-expect-error a question is missing
  void client.ask({})
})
