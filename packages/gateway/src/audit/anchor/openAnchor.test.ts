import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { openAnchor } from './openAnchor.ts'

test('default: lines are added to a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anchor-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'made', 'anchors.jsonl')
  const anchor = openAnchor({ file })
  await anchor.write(['{"a":1}', '{"b":2}'])
  await anchor.write(['{"c":3}'])
  expect(readFileSync(file, 'utf8')).toBe('{"a":1}\n{"b":2}\n{"c":3}\n')
})

test('behavior: lines are sent to an address, which has to say that it has them', async () => {
  const received: unknown[] = []
  const server = createServer(async (request, response) => {
    received.push([request.method, request.headers.authorization, await text(request)])
    response.writeHead(received.length === 1 ? 204 : 507).end()
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  onTestFinished(() => void server.close())
  const url = `http://localhost:${(server.address() as AddressInfo).port}/anchors`
  const anchor = openAnchor({ url, headers: { authorization: 'Bearer token' } })
  await anchor.write(['{"a":1}'])
  expect(received).toEqual([['POST', 'Bearer token', '{"a":1}\n']])
  await expect(anchor.write(['{"b":2}'])).rejects.toThrow('answered 507')
})
