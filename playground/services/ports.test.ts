import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { checkPorts, choosePorts, defaultPorts } from './ports.ts'

test('default', async () => {
  expect(await choosePorts()).toEqual(defaultPorts)
})

test('parameters: 0 takes a free port, each process another one', async () => {
  const { gateway, erp, crm } = await choosePorts({ gateway: 0, erp: 0 })
  expect(gateway).toBeGreaterThan(0)
  expect(erp).toBeGreaterThan(0)
  expect(erp).not.toBe(gateway)
  expect(crm).toBe(defaultPorts.crm)
})

test.each(['localhost', '0.0.0.0', undefined])(
  'behavior: a port in use on %s is named together with its flag',
  async (host) => {
    const other = createServer().listen(0, host)
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const check = checkPorts({ ...defaultPorts, erp: port }, ['erp'])
    await expect(check).rejects.toThrow(
      `Port ${port} is in use, and the erp needs it. Give the erp another one with --erp-port <port>.`,
    )
    other.close()
  },
)
