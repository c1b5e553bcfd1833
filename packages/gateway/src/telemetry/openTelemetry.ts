import type { LakefrontConfig } from '../config/types.ts'
import { noTelemetry, type Telemetry } from './port.ts'

/** Loads what tells of calls and statements, where the configuration says whom to tell. */
export async function openTelemetry(
  config: Pick<LakefrontConfig, 'telemetry' | 'audit' | 'prices'>,
  { onFault }: { onFault(error: unknown): void },
): Promise<Telemetry> {
  if (!config.telemetry) return noTelemetry
  const { createTelemetry } = await import('./otel/createTelemetry.ts')
  return createTelemetry({ ...config, telemetry: config.telemetry, onFault })
}
