import { fold } from './read/fold.ts'

type Rule = { pattern: RegExp; message: string }

const sqlMessage =
  'That is SQL, not a question. Ask in your own words; statements can be run with the run_query tool by those who may.'
const changeMessage = 'I only read: nothing in any system can be changed, created or deleted from here.'
const sendMessage = 'I only answer questions: nothing can be sent, posted or exported from here.'
const rulesMessage = 'I can only answer questions about the data of this catalog.'
const personalMessage = 'I do not hand out personal data in bulk. Ask about one record, or for figures instead.'

/** Rules in the order in which they are tried, over folded text. */
const rules: readonly Rule[] = [
  {
    pattern:
      /\b(ignore|disregard|forget|override|bypass)\b.{0,40}\b(previous|prior|above|all|earlier|your|system)\b.{0,40}\b(instructions?|rules?|prompts?|messages?|policies|guidelines)\b/,
    message: rulesMessage,
  },
  {
    pattern:
      /\b(system prompt|developer message|jailbreak|you are now|act as (a|an|if)|pretend (to be|you)|reveal your (prompt|instructions|rules))\b/,
    message: rulesMessage,
  },
  { pattern: /\b(api[ _-]?keys?|passwords?|access tokens?|credentials?|connection strings?)\b/, message: rulesMessage },
  { pattern: /\bselect\b[\s\S]{1,400}?\bfrom\s+["'`[\w]/, message: sqlMessage },
  {
    pattern:
      /^\s*(with\s+\w+\s+as\s*\(|explain\s+(analyze\s+)?select|pragma\s|copy\s+\S+\s+(to|from)\b|attach\s+'|show\s+tables\b|describe\s+table\b)/,
    message: sqlMessage,
  },
  { pattern: /(;\s*--|--\s*$|\/\*|\bunion\s+(all\s+)?select\b)/, message: sqlMessage },
  {
    pattern: /\b(drop|truncate|alter|create)\s+(table|view|schema|database|index|role|user)\b/,
    message: changeMessage,
  },
  {
    pattern:
      /\b(delete\s+from|insert\s+into|merge\s+into|update\s+\S+\s+set|grant\s+\w+\s+(on|to)|revoke\s+\w+\s+(on|from))\b/,
    message: changeMessage,
  },
  {
    pattern:
      /^(please |can you |could you |would you |i want you to |go and |just |now )*(delete|remove|erase|purge|wipe|drop|truncate|update|overwrite|modify|edit|change|set|rename|merge|assign|reassign|create|insert|archive|deactivate|close|approve|cancel|transfer|move)\b(?! in\b| of\b| by\b| from\b| over\b| vs\b)/,
    message: changeMessage,
  },
  {
    pattern:
      /^(please |can you |could you |would you |i want you to |go and |just |now )*(email|e-mail|mail|send|text|sms|message|notify|call|phone|invite|post|tweet|publish|export|download|upload|share with|forward|remind|schedule)\b(?! (count|rate|volume|duration)\b)/,
    message: sendMessage,
  },
  {
    pattern:
      /\b(all|every|full|entire|complete|whole|list of|dump)\b.{0,40}\b(e-?mail addresses|emails|e-?mails|phone numbers|home addresses|personal data|private data|contact details|social security|dates of birth|birthdays)\b/,
    message: personalMessage,
  },
  { pattern: /\bdump\b.{0,40}\b(database|table|contacts|customers|everything|all)\b/, message: personalMessage },
]

/** Says why a question is refused, or nothing when it is not. Friendly: most who meet it meant well. */
export function refuse(question: string): string | undefined {
  const text = fold(question)
  return rules.find(({ pattern }) => pattern.test(text))?.message
}
