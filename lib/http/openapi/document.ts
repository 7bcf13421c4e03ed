/**
 * The OpenAPI 3.1 document, made from the table of operations. `GET /api/openapi.json` answers it, `/docs` shows it, and
 * `e2e/api/openapi.spec.ts` holds the app to it.
 */
import { z } from "zod";
import { version } from "@/package.json";
import { ALIASED, type Answer, type Events, type Operation } from "../operations/operation";
import { OPERATIONS } from "../operations/table";
import { type JsonSchema, jsonSchemaOf, schemaComponents } from "./components";
import { errorResponses, problemExamples } from "./problems";

const ALIASES = [...ALIASED].map((name) => `\`${name}\``).join(", ");

const INTRODUCTION = `The same tasks as on the page. Sign in for a bearer token, or make an access token in the settings.

- **Bodies** are JSON with \`snake_case\` fields; timestamps are ISO 8601 in UTC; what isn't known is refused, not ignored.
- **Lists** come in pages: \`limit\`, \`cursor\`, and \`next_cursor\` in the answer.
- **Errors** are problems (RFC 9457): \`code\` is for programs, \`detail\` for people, \`request_id\` finds it in the log.
  Any other method than those listed here is 405 \`method_not_allowed\`, with \`Allow\`.
- **For one user:** ${ALIASES} also work below \`/api/{user_id}/…\`, for that user alone.
- **Browsers** sign in through next-auth's own routes, below \`/api/auth\`, and get a session cookie.`;

const text = (description: string, more: JsonSchema = {}) => ({
  description,
  schema: { type: "string", ...more },
});

const HEADER_PARAMETERS = {
  "Idempotency-Key": {
    name: "Idempotency-Key",
    in: "header",
    ...text("Makes a repeat harmless. 1 to 100 printable characters, unique for each user.", {
      pattern: "^[\\x20-\\x7e]{1,100}$",
    }),
    example: "7f1c2f6e",
  },
  "Last-Event-ID": {
    name: "Last-Event-ID",
    in: "header",
    description:
      "The number of the last event that the client has: what came after it comes first.",
    schema: { type: "integer", minimum: 0, maximum: 999_999_999 },
  },
};

type Parameters = { properties?: Record<string, JsonSchema>; required?: string[] };

const parametersIn = (place: "path" | "query", schema: z.ZodType | undefined): object[] => {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchemaOf(schema, "input") as Parameters;
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    ...(description === undefined ? {} : { description }),
    ...(place === "path" || required.includes(name) ? { required: true } : {}),
    schema,
  }));
};

const named = (examples: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }]));

const bodyOf = ({ body, examples }: Operation) =>
  body && {
    required: !body.safeParse(undefined).success,
    content: {
      "application/json": {
        schema: jsonSchemaOf(
          body instanceof z.ZodOptional ? (body.unwrap() as z.ZodType) : body,
          "input",
        ),
        ...(examples ? { examples: named(examples) } : {}),
      },
    },
  };

/** A stream as a list of its events, as OpenAPI 3.2 will have it: `data` is JSON, by the event's type. */
const streamOf = ({ types, numbered, example }: Events) => ({
  "text/event-stream": {
    schema: {
      type: "array",
      description: "The events, in order.",
      items: {
        oneOf: types.map(([type, schema]) => ({
          type: "object",
          title: type,
          required: [...(numbered ? ["id"] : []), "event", "data"],
          properties: {
            ...(numbered ? { id: { type: "integer", minimum: 1 } } : {}),
            event: { const: type },
            data: {
              type: "string",
              contentMediaType: "application/json",
              contentSchema: jsonSchemaOf(schema, "output"),
            },
          },
        })),
      },
    },
    example: example.map(({ data, ...event }) => ({ ...event, data: JSON.stringify(data) })),
  },
});

const responseOf = (answer: Answer) => {
  const content = {
    ...(answer.schema && {
      "application/json": {
        schema: jsonSchemaOf(answer.schema, "output"),
        ...(answer.example === undefined ? {} : { example: answer.example }),
      },
    }),
    ...(answer.events && streamOf(answer.events)),
  };
  return {
    description: answer.description,
    headers: { "X-Request-Id": { $ref: "#/components/headers/X-Request-Id" } },
    ...(Object.keys(content).length > 0 ? { content } : {}),
  };
};

const securityOf = ({ access, bearerOnly }: Operation) => {
  if (access === "anyone") return [];
  const roles = access === "session" ? [] : [access];
  return [{ bearer: roles }, ...(bearerOnly ? [] : [{ session: [] }])];
};

const NEEDS = { read: "", write: "", anyone: "", session: "Access tokens can't do this: sign in." };

const responsesOf = (operation: Operation) => ({
  ...errorResponses(operation),
  ...Object.fromEntries(
    Object.entries(operation.answers).map(([status, answer]) => [status, responseOf(answer)]),
  ),
});

const describe = (operation: Operation) => {
  const parameters = [
    ...parametersIn("path", operation.params),
    ...parametersIn("query", operation.query),
    ...(operation.headers ?? []).map((name) => ({ $ref: `#/components/parameters/${name}` })),
  ];
  const requestBody = bodyOf(operation);
  const description = [operation.description, NEEDS[operation.access]].filter(Boolean).join(" ");
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    ...(description ? { description } : {}),
    security: securityOf(operation),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody ? { requestBody } : {}),
    responses: responsesOf(operation),
  };
};

const paths = (): Record<string, Record<string, object>> => {
  const byPath: Record<string, Record<string, object>> = {};
  for (const operation of OPERATIONS) {
    const methods = (byPath[operation.path] ??= {});
    methods[operation.method.toLowerCase()] = describe(operation);
  }
  return byPath;
};

/** The document; the same for as long as the process runs. */
export const openApiDocument = () => ({
  openapi: "3.1.1",
  info: {
    title: "Errand",
    summary: "A to-do list you talk to.",
    description: INTRODUCTION,
    version,
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "/", description: "This server." }],
  tags: [...new Set(OPERATIONS.map(({ tag }) => tag))].map((name) => ({ name })),
  paths: paths(),
  components: {
    schemas: schemaComponents(),
    parameters: HEADER_PARAMETERS,
    headers: {
      "X-Request-Id": text("Finds the request in the server's log.", { format: "uuid" }),
      "Retry-After": {
        description: "Seconds after which a repeat may succeed.",
        schema: { type: "integer", minimum: 1 },
      },
      "WWW-Authenticate": text("What would help (RFC 6750)."),
    },
    examples: problemExamples(),
    securitySchemes: {
      bearer: {
        type: "http",
        scheme: "bearer",
        description:
          "The token that signing in answers, or an access token (`errand_pat_…`), whose scope is `read` or `write`.",
      },
      session: {
        type: "apiKey",
        in: "cookie",
        name: "next-auth.session-token",
        description:
          "The browser's session, where there is no `Authorization` header; `__Secure-next-auth.session-token` over https.",
      },
    },
  },
});
