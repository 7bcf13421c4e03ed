/**
 * Joins the pieces of tool calls as they stream in. Called by `openai-answer.ts`.
 * OpenAI numbers the calls by `index` and sends an id and a name once. Compatible servers leave out the index, give
 * each call index 0, repeat id and name with every piece, send whole calls at once, or name no id at all.
 */
import { newId } from "@/lib/ids";
import type { ModelToolCall } from "./model";

/** A piece of a call; "" and null where the server says nothing. */
export type CallPiece = { index: number | null; id: string; name: string; arguments: string };

type Draft = CallPiece;

const isWhole = (json: string): boolean => {
  if (!json.trimEnd().endsWith("}")) return false;
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
};

/**
 * Whether `piece` begins another call although it points at `draft`: it has another id, or a name while the draft
 * has another one or already whole arguments.
 */
const beginsAnother = (draft: Draft, piece: CallPiece): boolean => {
  if (piece.id !== "" && draft.id !== "") return piece.id !== draft.id;
  return (
    piece.name !== "" &&
    draft.name !== "" &&
    (piece.name !== draft.name || isWhole(draft.arguments))
  );
};

type CallCollector = {
  add(piece: CallPiece): void;
  /** The calls in the order in which they began, each with an id of its own. */
  calls(): ModelToolCall[];
  /** Whether a piece of a call came. */
  readonly begun: boolean;
};

export const collectCalls = (): CallCollector => {
  const drafts: Draft[] = [];

  const draftOf = (piece: CallPiece): Draft | undefined => {
    if (piece.index !== null) return drafts.findLast((draft) => draft.index === piece.index);
    if (piece.id !== "") return drafts.findLast((draft) => draft.id === piece.id) ?? drafts.at(-1);
    return drafts.at(-1);
  };

  return {
    add(piece) {
      const draft = draftOf(piece);
      if (!draft || beginsAnother(draft, piece)) {
        drafts.push({ ...piece });
        return;
      }
      draft.id ||= piece.id;
      draft.name ||= piece.name;
      draft.arguments += piece.arguments;
    },
    calls() {
      const taken = new Set<string>();
      return drafts.map((draft) => {
        const id = draft.id === "" || taken.has(draft.id) ? `call_${newId()}` : draft.id;
        taken.add(id);
        return { id, name: draft.name, arguments: draft.arguments };
      });
    },
    get begun() {
      return drafts.length > 0;
    },
  };
};
