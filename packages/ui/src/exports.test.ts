import { expect, test } from 'vitest'
import * as ui from './index.ts'

test('exports', () => {
  expect(Object.keys(ui).sort()).toMatchInlineSnapshot(`
    [
      "AccountView",
      "ApprovalCard",
      "ApprovalInbox",
      "AssistantPanel",
      "KitRoot",
      "ResultTable",
      "dataAttributes",
      "de",
      "en",
      "useTurn",
    ]
  `)
})

test('parts', () => {
  const parts = { panel: ui.AssistantPanel, view: ui.AccountView, table: ui.ResultTable }
  const named = Object.entries(parts).flatMap(([name, part]) =>
    Object.keys(part)
      .filter((key) => /^[A-Z]/.test(key))
      .map((key) => `${name}.${key}`),
  )
  expect(named.sort()).toMatchInlineSnapshot(`
    [
      "panel.Approval",
      "panel.Clarification",
      "panel.Close",
      "panel.Composer",
      "panel.ContextChip",
      "panel.CostLine",
      "panel.Empty",
      "panel.Header",
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
