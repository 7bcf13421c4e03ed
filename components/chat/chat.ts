/**
 * One conversation in the browser: sends, folds the turn's events, follows a turn that runs elsewhere, loads older
 * messages. It lives outside React, so that a turn goes on undisturbed while another conversation is on the page.
 * Made by `Chats`; components read it with `useSyncExternalStore`.
 */
import { v4 as newKey } from "uuid";
import { ApiError } from "@/components/api";
import type { NumberedEvent, TurnEvent } from "@/lib/agent/events";
import { applyEvent, EMPTY_TRANSCRIPT } from "@/lib/agent/transcript";
import type { Conversation, TurnStatus } from "@/lib/conversations/schema";
import type { Change } from "@/lib/tasks/schema";
import type { ChatApi } from "./chat-api";
import {
  blankState,
  isBusy,
  withConversation,
  withDismissed,
  withHeld,
  withLiveEnded,
  withOlder,
  withLiveAgain,
  withResumed,
  type ChatState,
  type Decision,
} from "./chat-state";
import { APPROVAL_UNKNOWN, DECISION_LOST, mayHaveArrived, sentenceOf } from "./refusal";

/** What a chat tells the rest of the page. */
export type ChatEffects = {
  /** A new conversation has its id. */
  onStarted(chat: Chat, conversationId: string): void;
  /** Rows of the ledger, as soon as their transaction is committed. */
  onChanges(changes: readonly Change[]): void;
  onTitled(conversationId: string, title: string): void;
  /** A turn ended, here or elsewhere: lists may be out of date. */
  onTurnEnded(conversationId: string): void;
  /** Words that were not sent go back to where they were written. */
  returnText(conversationId: string | null, text: string): void;
  /** Resolves after `ms`, at once when `signal` is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
};

const FOLLOW_FIRST_MS = 1000;
const FOLLOW_SLOWEST_MS = 3000;
const FOLLOW_SLOWER = 1.4;
/** Pieces of text are shown together when they come faster than this. */
const TEXT_NOTIFY_MS = 40;

const isEnd = (event: TurnEvent): boolean =>
  event.type === "turn.completed" ||
  event.type === "turn.cancelled" ||
  event.type === "turn.failed";

export class Chat {
  /** Tells chats apart before they have an id. */
  readonly key = newKey();
  readonly #api: ChatApi;
  readonly #effects: ChatEffects;
  readonly #listeners = new Set<() => void>();
  #state: ChatState;
  /** The sending whose fate is unknown; the same words again are the same sending. */
  #unsettled: { text: string; key: string } | null = null;
  /** Grows with every sending: an answer to an older question about the conversation is out of date. */
  #revision = 0;
  #notifyTimer: ReturnType<typeof setTimeout> | null = null;
  /** What it holds came with the page that shows it first. */
  #isFresh: boolean;

  constructor(api: ChatApi, effects: ChatEffects, state: ChatState = blankState) {
    this.#api = api;
    this.#effects = effects;
    this.#state = state;
    this.#isFresh = state.loaded;
  }

  readonly getState = (): ChatState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Sends `text` as a new message and reads the turn to its end. Does nothing while a turn runs. */
  async send(text: string): Promise<void> {
    if (isBusy(this.#state) || text.trim() === "") return;
    const key = this.#unsettled?.text === text ? this.#unsettled.key : newKey();
    this.#unsettled = { text, key };
    this.#revision += 1;
    this.#set({
      live: { text, sentAt: new Date().toISOString(), transcript: EMPTY_TRANSCRIPT },
      notice: null,
      stopping: false,
    });
    const { conversationId } = this.#state;
    try {
      await this.#read(
        await this.#api.send({ message: text, conversationId, idempotencyKey: key }),
      );
    } catch (error) {
      this.#breakOff(error);
    }
  }

  /** Says yes or no to what the turn waits with, and reads it to its end. */
  async decide(decision: Decision): Promise<void> {
    const { held } = this.#state;
    if (held === null || isBusy(this.#state)) return;
    this.#revision += 1;
    this.#set({ held: { ...held, deciding: decision }, notice: null });
    let events: AsyncIterable<NumberedEvent>;
    try {
      events = await this.#api.decide(held.turnId, decision, held.approval?.id);
    } catch (error) {
      // Decided elsewhere already: what came of it is all there is to say.
      const isLate = error instanceof ApiError && error.code === "no_approval_pending";
      const notice = isLate ? null : sentenceOf(error, DECISION_LOST);
      this.#set({ held: { ...held, deciding: null }, notice });
      await this.refresh();
      return;
    }
    this.#replace(withResumed(this.#state));
    await this.#readOn(events);
  }

  /** Tries a turn again that failed or was stopped, and reads it to its end. */
  async retry(turnId: string, assistant?: "offline"): Promise<void> {
    if (isBusy(this.#state)) return;
    this.#revision += 1;
    this.#set({ notice: null });
    let events: AsyncIterable<NumberedEvent>;
    try {
      events = await this.#api.retry(turnId, assistant);
    } catch (error) {
      this.#set({ notice: sentenceOf(error) });
      await this.refresh();
      return;
    }
    this.#replace(withLiveAgain(this.#state, turnId));
    await this.#readOn(events);
  }

  /** Asks the server to stop the turn; what was said so far stays. */
  async stop(): Promise<void> {
    if (this.#state.stopping || !isBusy(this.#state)) return;
    this.#set({ stopping: true, notice: null });
    const { waitingFor, live, held } = this.#state;
    const turnId = waitingFor ?? live?.transcript.turnId ?? (live ? null : held?.turnId);
    // Without an id yet, `turn.started` carries the wish on.
    if (turnId) await this.#cancel(turnId);
  }

  /**
   * Follows a turn whose events this page does not hear, until it ends, then loads what it said.
   * @returns stops the following; the turn itself goes on.
   */
  follow(turnId: string): () => void {
    const controller = new AbortController();
    void this.#followUntilEnd(turnId, controller.signal);
    return () => controller.abort();
  }

  /** The person has read the notice, or acts on it. */
  dismissNotice(): void {
    if (this.#state.notice !== null && this.#state.loaded) this.#set({ notice: null });
  }

  /** Called whenever the page begins to show it. */
  visit(): void {
    void (this.#isFresh ? this.#learnApproval() : this.refresh());
    this.#isFresh = false;
  }

  /** A turn of this conversation began, waits or ended, here or elsewhere. */
  turnChanged(turnId: string, status: TurnStatus): void {
    const { live, waitingFor, held } = this.#state;
    if (this.#isStreaming()) {
      // Its own stream says the same; and while a message is on its way, so does the one that is to come.
      if (live?.transcript.turnId === null || live?.transcript.turnId === turnId) return;
    }
    if (held?.turnId === turnId && status === "awaiting_approval") return;
    if (waitingFor === turnId) {
      // Where this fails, the following goes on.
      if (status !== "running") this.#finishFollowing(turnId).catch(() => undefined);
    } else if (held === null || held.deciding === null) void this.refresh();
  }

  /** Brings the conversation up to date. A failure is shown only where nothing else could be. */
  async refresh(): Promise<void> {
    const { conversationId } = this.#state;
    if (conversationId === null) return;
    const revision = this.#revision;
    try {
      const conversation = await this.#api.conversation(conversationId);
      if (revision === this.#revision && !this.#isStreaming()) await this.#apply(conversation);
    } catch (error) {
      if (!this.#state.loaded) this.#set({ notice: sentenceOf(error) });
    }
  }

  async loadOlder(): Promise<void> {
    const { conversationId, previousCursor, older } = this.#state;
    if (conversationId === null || previousCursor === null || older === "loading") return;
    this.#set({ older: "loading" });
    try {
      const page = await this.#api.conversation(conversationId, previousCursor);
      this.#replace(withOlder(this.#state, page));
    } catch {
      this.#set({ older: "failed" });
    }
  }

  /** Reads a turn's events; throws what breaks the stream. */
  async #read(events: AsyncIterable<NumberedEvent>): Promise<void> {
    for await (const event of events) this.#take(event);
    // A stream that ends without the turn's end is a lost connection.
    this.#breakOff(null);
  }

  /** Reads a turn that goes on; where its stream breaks, the turn is followed. */
  async #readOn(events: AsyncIterable<NumberedEvent>): Promise<void> {
    try {
      await this.#read(events);
    } catch (error) {
      this.#breakOff(error);
    }
  }

  /** Asks what the turn waits with, where no event has said so. */
  async #learnApproval(): Promise<void> {
    const { held } = this.#state;
    if (held === null || held.approval !== null) return;
    try {
      const { answer } = await this.#api.turn(held.turnId);
      const now = this.#state.held;
      if (now?.turnId !== held.turnId) return;
      this.#set({ held: { ...now, approval: answer?.approval ?? null } });
    } catch (error) {
      this.#set({ notice: sentenceOf(error, APPROVAL_UNKNOWN) });
    }
  }

  #isStreaming(): boolean {
    return this.#state.live !== null && this.#state.waitingFor === null;
  }

  #take({ event }: NumberedEvent): void {
    const { live } = this.#state;
    if (!live) return;
    const transcript = applyEvent(live.transcript, event);
    this.#state = { ...this.#state, live: { ...live, transcript } };
    if (event.type === "turn.started") this.#begin(event.turn_id, event.conversation_id);
    if (event.type === "tool.finished" && event.changes.length > 0) {
      this.#effects.onChanges(event.changes);
    }
    if (event.type === "conversation.titled") {
      this.#state = { ...this.#state, title: event.title };
      this.#effects.onTitled(event.conversation_id, event.title);
    }
    if (event.type === "approval.required") this.#hold();
    else if (isEnd(event)) this.#end();
    else if (event.type === "text.delta") this.#notifySoon();
    else this.#notify();
  }

  #begin(turnId: string, conversationId: string): void {
    // The message is stored: the same words again are a new message.
    this.#unsettled = null;
    // What waited until now was answered by saying something else.
    this.#state = withDismissed(this.#state);
    if (this.#state.conversationId === null) {
      this.#state = { ...this.#state, conversationId };
      this.#effects.onStarted(this, conversationId);
    }
    if (this.#state.stopping) void this.#cancel(turnId);
  }

  #hold(): void {
    this.#replace(withHeld(this.#state, new Date().toISOString()));
    const { conversationId } = this.#state;
    if (conversationId !== null) this.#effects.onTurnEnded(conversationId);
  }

  #end(): void {
    this.#replace(withLiveEnded(this.#state, new Date().toISOString()));
    const { conversationId } = this.#state;
    if (conversationId !== null) this.#effects.onTurnEnded(conversationId);
  }

  /** The sending was refused, or its stream broke; `error` is null where the stream just ended. */
  #breakOff(error: unknown): void {
    const { live, conversationId } = this.#state;
    if (!live) return;
    if (live.transcript.turnId !== null) {
      // The turn belongs to the server and goes on.
      this.#set({ waitingFor: live.transcript.turnId });
      return;
    }
    if (error !== null && !mayHaveArrived(error)) this.#unsettled = null;
    this.#set({ live: null, stopping: false, notice: sentenceOf(error) });
    this.#effects.returnText(conversationId, live.text);
    if (error instanceof ApiError && error.code === "turn_in_progress") void this.refresh();
  }

  async #cancel(turnId: string): Promise<void> {
    try {
      await this.#api.cancel(turnId);
      if (this.#state.waitingFor === turnId) await this.#finishFollowing(turnId);
    } catch (error) {
      this.#set({ stopping: false, notice: sentenceOf(error) });
    }
  }

  async #followUntilEnd(turnId: string, signal: AbortSignal): Promise<void> {
    let pause = FOLLOW_FIRST_MS;
    while (this.#state.waitingFor === turnId) {
      await this.#effects.wait(pause, signal);
      if (signal.aborted) return;
      pause = Math.min(pause * FOLLOW_SLOWER, FOLLOW_SLOWEST_MS);
      try {
        const turn = await this.#api.turn(turnId, signal);
        if (turn.status === "running") continue;
        await this.#finishFollowing(turnId);
      } catch (error) {
        if (signal.aborted) return;
        // Its conversation was deleted meanwhile. Anything else may pass: it is asked again.
        if (error instanceof ApiError && error.status === 404) return this.#giveUp(error);
      }
    }
  }

  async #finishFollowing(turnId: string): Promise<void> {
    const { conversationId } = this.#state;
    if (conversationId === null) return;
    const conversation = await this.#api.conversation(conversationId);
    if (this.#state.waitingFor !== turnId) return;
    await this.#apply(conversation);
    if (this.#state.waitingFor !== null || this.#state.held !== null) return;
    const ended = conversation.messages.findLast(
      (message) => message.role === "assistant" && message.turn_id === turnId,
    );
    this.#set({ endedMessageId: ended?.id ?? null });
    this.#effects.onTurnEnded(conversationId);
  }

  #giveUp(error: ApiError): void {
    this.#set({ live: null, waitingFor: null, stopping: false, notice: error.detail });
  }

  async #apply(conversation: Conversation): Promise<void> {
    this.#replace(withConversation(this.#state, conversation));
    await this.#learnApproval();
  }

  #set(patch: Partial<ChatState>): void {
    this.#replace({ ...this.#state, ...patch });
  }

  #replace(state: ChatState): void {
    this.#state = state;
    this.#notify();
  }

  #notify(): void {
    if (this.#notifyTimer !== null) clearTimeout(this.#notifyTimer);
    this.#notifyTimer = null;
    for (const listener of this.#listeners) listener();
  }

  #notifySoon(): void {
    this.#notifyTimer ??= setTimeout(() => this.#notify(), TEXT_NOTIFY_MS);
  }
}
