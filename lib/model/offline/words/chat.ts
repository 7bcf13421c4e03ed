/**
 * The first thing done with a message: what is said to somebody, beside what is wanted, is taken off, so that it is
 * neither a part of a title nor of an answer.
 */
import { CHAT_FORMS, CHATTY, SAID_TWICE } from "../english/chat";
import { outsideQuotes } from "./plain";

const isChatty = (message: string): boolean =>
  message
    .toLowerCase()
    .split(/[^\p{L}'’]+/u)
    .some((word) => CHATTY.has(word));

/** The message without its chat; as it is where nothing else would be left. */
export const withoutChat = (message: string): string => {
  const once = message.replace(SAID_TWICE, "");
  if (!isChatty(once)) return once;
  const rest = outsideQuotes(once, (text) =>
    CHAT_FORMS.reduce((said, [form, plain]) => said.replace(form, plain), text),
  );
  return /[\p{L}\p{N}]/u.test(rest) ? rest : once;
};
