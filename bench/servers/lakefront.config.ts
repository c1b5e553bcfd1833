import { defineConfig } from '@lakefront/gateway/config'

const { BENCH_LAKEHOUSE_URL = '', BENCH_JWT_SECRET = '', BENCH_PAGE_ORIGIN } = process.env

/** The gateway of the stream benches: one lakehouse, which bills nobody, and every bound at its default. */
export default defineConfig({
  sources: { lakehouse: { mcp: { url: BENCH_LAKEHOUSE_URL }, dialect: 'duckdb' } },
  prices: { asOf: '2026-11-01', usdPerTebibyteScanned: { lakehouse: 0 } },
  authentication: { jwtSecret: BENCH_JWT_SECRET },
  allowedOrigins: BENCH_PAGE_ORIGIN ? [BENCH_PAGE_ORIGIN] : [],
})
