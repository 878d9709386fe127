import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { documentCost, type DocumentCost } from './document-cost.ts'
import { refusal } from './refusal.ts'

/** How much one document may ask for; list sizes are counted by the schema's complexity. */
const DOCUMENT_LIMITS = {
  depth: 12,
  fields: 500,
  aliases: 30,
  directives: 10,
} as const satisfies DocumentCost

const MOST_TOKENS = 2000
const MOST_ERRORS = 20
const MEASURES = ['depth', 'fields', 'aliases', 'directives'] as const

/**
 * Bounds the work a document can cause before a resolver runs: tokens while parsing, then depth, fields, aliases and
 * directives, and only then validation, which names no field the caller did not.
 */
export function useDocumentLimits(): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn(parseBounded)
    },
    onValidate({ setValidationFn }) {
      setValidationFn(
        (schema: GraphQLSchema, document: DocumentNode, rules?: Parameters<typeof validate>[2]) => {
          const excess = findExcess(document)
          if (excess) return [excess]
          return validate(schema, document, rules, { hideSuggestions: true, maxErrors: MOST_ERRORS })
        },
      )
    },
  }
}

function parseBounded(
  source: Parameters<typeof parse>[0],
  options?: Parameters<typeof parse>[1],
): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens: MOST_TOKENS })
  } catch (error) {
    if (!(error instanceof GraphQLError) || !error.message.includes(`${MOST_TOKENS} tokens`)) throw error
    throw tooMuch('tokens', MOST_TOKENS + 1, MOST_TOKENS)
  }
}

function findExcess(document: DocumentNode): GraphQLError | null {
  const cost = documentCost(document)
  const measure = MEASURES.find((name) => cost[name] > DOCUMENT_LIMITS[name])
  return measure ? tooMuch(measure, cost[measure], DOCUMENT_LIMITS[measure]) : null
}

function tooMuch(measure: string, cost: number, limit: number): GraphQLError {
  return refusal(
    'COMPLEXITY',
    400,
    `The document has too many ${measure}: ${cost}, and ${limit} are allowed.`,
    {
      measure,
      cost,
      limit,
    },
  )
}
