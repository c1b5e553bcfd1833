import { expect, test } from 'vitest'
import * as ui from './index.ts'

test('exports', () => {
  expect(Object.keys(ui).sort()).toMatchInlineSnapshot(`
    [
      "AccountView",
      "ApprovalCard",
      "ApprovalInbox",
      "AssistantPanel",
      "AuditTrail",
      "AutonomyControl",
      "BudgetMeter",
      "CostEstimate",
      "GrantList",
      "KitRoot",
      "Provenance",
      "ResultTable",
      "SpendReport",
      "dataAttributes",
      "de",
      "en",
      "useTurn",
    ]
  `)
})

test('parts', () => {
  const parts = { panel: ui.AssistantPanel, view: ui.AccountView, table: ui.ResultTable, cost: ui.CostEstimate }
  const named = Object.entries(parts).flatMap(([name, part]) =>
    Object.keys(part)
      .filter((key) => /^[A-Z]/.test(key))
      .map((key) => `${name}.${key}`),
  )
  expect(named.sort()).toMatchInlineSnapshot(`
    [
      "cost.Facts",
      "cost.Line",
      "cost.Root",
      "panel.Approval",
      "panel.Clarification",
      "panel.Close",
      "panel.Composer",
      "panel.ContextChip",
      "panel.CostLine",
      "panel.Empty",
      "panel.Header",
      "panel.HowWeKnow",
      "panel.Log",
      "panel.NewConversation",
      "panel.Problem",
      "panel.Question",
      "panel.Result",
      "panel.Root",
      "panel.Steps",
      "panel.Text",
      "panel.Title",
      "panel.Turn",
      "panel.Warnings",
      "table.Copy",
      "table.Download",
      "table.Grid",
      "table.Root",
      "view.Facts",
      "view.Identity",
      "view.Root",
      "view.Section",
      "view.Sections",
    ]
  `)
})
