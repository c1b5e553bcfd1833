/** At these prices a statement over the test gateway's order lines costs a dollar, since their file has 201 bytes. */
export const dollarPrices = {
  asOf: '2026-11-01',
  usdPerTebibyteScanned: { lakehouse: 1024 ** 4 / 201, crm: 0 },
}
