/**
 * One conversation in the browser: sends, hears the turn, follows one that was begun elsewhere or before a reload,
 * loads older messages. It lives outside React, so that a turn goes on undisturbed while another conversation is on
 * the page. Made by `Chats`; components read it with `useSyncExternalStore`.
 */
import { v4 as newKey } from "uuid";
import { ApiError } from "@/components/api";
import type { NumberedEvent } from "@/lib/agent/events";
import { EMPTY_TRANSCRIPT } from "@/lib/agent/transcript";
import type { Conversation, TurnStatus } from "@/lib/conversations/schema";
import type { Change } from "@/lib/tasks/schema";
import type { ChatApi } from "./chat-api";
import {
  blankState,
  isBusy,
  withConversation,
  withDismissed,
  withOlder,
  withLiveAgain,
  withResumed,
  type ChatState,
  type Decision,
} from "./chat-state";
import { ChatStore } from "./chat-store";
import { OutageNotice } from "./outage-notice";
import { APPROVAL_UNKNOWN, DECISION_LOST, isLost, mayHaveArrived, sentenceOf } from "./refusal";
import { SentBefore } from "./sent-before";
import { TurnListening } from "./turn-listening";
import type { Unsettled } from "./unsettled";

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
  /** Words that went back were sent after all: they leave again. False where they were changed meanwhile. */
  takeText(conversationId: string | null, text: string): boolean;
  /** The sending whose fate is unknown; the same words again are the same sending. It outlives a reload. */
  unsettled(conversationId: string | null): Unsettled | null;
  setUnsettled(conversationId: string | null, sending: Unsettled | null): void;
  /** Resolves after `ms`, earlier when the network is back; at once when `signal` is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** False when the browser says that there is no network. */
  isOnline(): boolean;
};

/** How often a message whose fate is unknown is sent again by itself; under its key it counts once. */
const SEND_AGAIN_MS = [1000, 3000];

export class Chat {
  /** Tells chats apart before they have an id. */
  readonly key = newKey();
  readonly getState: () => ChatState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly #api: ChatApi;
  readonly #effects: ChatEffects;
  readonly #store: ChatStore;
  readonly #listening: TurnListening;
  readonly #outage: OutageNotice;
  readonly #sent: SentBefore;
  /** Grows with every sending: an answer to an older question about the conversation is out of date. */
  #revision = 0;
  /** What it holds came with the page that shows it first. */
  #isFresh: boolean;
  #isVisible = false;
  /** More may have happened than the turn that is heard. */
  #isStale = false;

  constructor(api: ChatApi, effects: ChatEffects, state: ChatState = blankState) {
    this.#api = api;
    this.#effects = effects;
    this.#store = new ChatStore(state);
    this.#outage = new OutageNotice(this.#store);
    this.#sent = new SentBefore(this.#store, api, effects);
    this.#listening = new TurnListening(this.#store, api, effects, {
      begun: (turnId, conversationId) => this.#begin(turnId, conversationId),
      changed: (changes) => effects.onChanges(changes),
      titled: (conversationId, title) => {
        this.#store.set({ title });
        effects.onTitled(conversationId, title);
      },
      paused: () => this.#paused(),
    });
    this.#isFresh = state.loaded;
    this.getState = this.#store.getState;
    this.subscribe = this.#store.subscribe;
  }

  /** Sends `text` as a new message and reads the turn to its end. Does nothing while a turn runs. */
  async send(text: string): Promise<void> {
    if (isBusy(this.#store.state) || text.trim() === "") return;
    const { conversationId, messages } = this.#store.state;
    const sentAt = new Date().toISOString();
    const before = this.#effects.unsettled(conversationId);
    const sending =
      before?.text === text
        ? before
        : { text, key: newKey(), sentAt, after: messages.at(-1)?.id ?? null };
    this.#effects.setUnsettled(conversationId, sending);
    this.#revision += 1;
    this.#store.set({
      live: { text, sentAt, transcript: EMPTY_TRANSCRIPT, last: 0, isOwn: true },
      connection: "live",
      notice: null,
      stopping: false,
    });
    const signal = this.#listening.start();
    for (let tries = 0; ; tries++) {
      try {
        const words = { message: text, conversationId, idempotencyKey: sending.key };
        await this.#listening.read(await this.#api.send(words), signal);
        return;
      } catch (error) {
        const pause = SEND_AGAIN_MS[tries];
        if (pause === undefined || !isLost(error)) return this.#breakOff(error);
        this.#store.set({ connection: this.#effects.isOnline() ? "lost" : "offline" });
        await this.#effects.wait(pause, signal);
      }
    }
  }

  /** Says yes or no to what the turn waits with, and reads it to its end. */
  async decide(decision: Decision): Promise<void> {
    const { held } = this.#store.state;
    if (held === null || isBusy(this.#store.state)) return;
    this.#revision += 1;
    this.#store.set({ held: { ...held, deciding: decision }, notice: null });
    let events: AsyncIterable<NumberedEvent>;
    try {
      events = await this.#api.decide(held.turnId, decision, held.approval?.id);
    } catch (error) {
      // Decided elsewhere already: what came of it is all there is to say.
      const isLate = error instanceof ApiError && error.code === "no_approval_pending";
      const notice = isLate ? null : sentenceOf(error, DECISION_LOST);
      this.#store.set({ held: { ...held, deciding: null } });
      await this.#outage.keep(notice, error, () => this.refresh());
      return;
    }
    this.#store.replace(withResumed(this.#store.state));
    await this.#hear(events);
  }

  /** Tries a turn again that failed or was stopped, and reads it to its end. */
  async retry(turnId: string, assistant?: "offline"): Promise<void> {
    if (isBusy(this.#store.state)) return;
    this.#revision += 1;
    this.#store.set({ notice: null });
    let events: AsyncIterable<NumberedEvent>;
    try {
      events = await this.#api.retry(turnId, assistant);
    } catch (error) {
      await this.#outage.keep(sentenceOf(error), error, () => this.refresh());
      return;
    }
    this.#store.replace(withLiveAgain(this.#store.state, turnId));
    await this.#hear(events);
  }

  /** Asks the server to stop the turn; what was said so far stays. */
  async stop(): Promise<void> {
    if (this.#store.state.stopping || !isBusy(this.#store.state)) return;
    this.#store.set({ stopping: true, notice: null });
    const { live, held } = this.#store.state;
    const turnId = live ? live.transcript.turnId : held?.turnId;
    // Without an id yet, `turn.started` carries the wish on.
    if (turnId) await this.#cancel(turnId);
  }

  /** The person has read the notice, or acts on it. */
  dismissNotice(): void {
    if (this.#store.state.notice !== null && this.#store.state.loaded)
      this.#store.set({ notice: null });
  }

  /**
   * Called whenever the page begins to show it.
   * @returns is to be called when it shows it no longer: a turn that was begun elsewhere is not followed unseen.
   */
  visit(): () => void {
    this.#isVisible = true;
    if (this.#isFresh) {
      const { conversationId, messages } = this.#store.state;
      if (conversationId === null) void this.#findSent();
      else this.#sent.settle(messages);
      void this.#learnApproval();
      this.#follow();
    } else {
      void this.refresh();
    }
    this.#isFresh = false;
    return () => {
      this.#isVisible = false;
      if (this.#store.state.live?.isOwn === false) this.#listening.stop();
    };
  }

  /** A turn of this conversation began, waits or ended, here or elsewhere. */
  turnChanged(turnId: string, status: TurnStatus): void {
    const { live, held } = this.#store.state;
    if (this.#listening.isOn) {
      // Its own stream says the same; and while a message is on its way, so does the one that is to come.
      if (live?.transcript.turnId === null || live?.transcript.turnId === turnId) return;
    }
    if (held?.turnId === turnId && status === "awaiting_approval") return;
    if (held === null || held.deciding === null) void this.refresh();
  }

  /** Brings the conversation up to date. A failure is shown only where nothing else could be. */
  async refresh(): Promise<void> {
    const { conversationId } = this.#store.state;
    // While a turn is read it is ahead of what is stored; then there may be more.
    this.#isStale = this.#listening.isOn;
    if (this.#isStale) return;
    if (conversationId === null) return this.#findSent();
    const revision = this.#revision;
    try {
      const conversation = await this.#api.conversation(conversationId);
      if (revision === this.#revision && !this.#listening.isOn) await this.#apply(conversation);
    } catch (error) {
      if (!this.#store.state.loaded) this.#store.set({ notice: this.#outage.sentenceOf(error) });
    }
  }

  /** The server answers again: what was said about it is over, and what became of a message can be known. */
  reachable(): void {
    if (!this.#outage.isShown) return;
    this.#outage.end();
    void this.refresh();
  }

  async loadOlder(): Promise<void> {
    const { conversationId, previousCursor, older } = this.#store.state;
    if (conversationId === null || previousCursor === null || older === "loading") return;
    this.#store.set({ older: "loading" });
    try {
      const page = await this.#api.conversation(conversationId, previousCursor);
      this.#store.replace(withOlder(this.#store.state, page));
    } catch {
      this.#store.set({ older: "failed" });
    }
  }

  /** Hears a turn that is known already, from `events` or, without, from where it was left. */
  async #hear(events: AsyncIterable<NumberedEvent> | null): Promise<void> {
    try {
      await this.#listening.read(events, this.#listening.start());
    } catch (error) {
      this.#breakOff(error);
    }
  }

  /** Follows the turn that runs, if the page shows it and does not hear it yet. */
  #follow(): void {
    if (this.#store.state.live === null || this.#listening.isOn || !this.#isVisible) return;
    void this.#hear(null);
  }

  /** Asks what the turn waits with, where no event has said so. */
  async #learnApproval(): Promise<void> {
    const { held } = this.#store.state;
    if (held === null || held.approval !== null) return;
    try {
      const { answer } = await this.#api.turn(held.turnId);
      const now = this.#store.state.held;
      if (now?.turnId !== held.turnId) return;
      this.#store.set({ held: { ...now, approval: answer?.approval ?? null } });
    } catch (error) {
      this.#store.set({ notice: this.#outage.sentenceOf(error, APPROVAL_UNKNOWN) });
    }
  }

  /** Hears the turn of a message that has begun this conversation after all; under its key nothing is begun twice. */
  async #findSent(): Promise<void> {
    const text = await this.#sent.begun(
      () => this.#outage.end(),
      () => this.#listening.isOn,
    );
    if (text !== null) await this.send(text);
  }

  #begin(turnId: string, conversationId: string): void {
    // The message is stored: the same words again are a new message.
    this.#effects.setUnsettled(this.#store.state.conversationId, null);
    // What waited until now was answered by saying something else.
    this.#store.replace(withDismissed(this.#store.state));
    if (this.#store.state.conversationId === null) {
      this.#store.set({ conversationId });
      this.#effects.onStarted(this, conversationId);
    }
    if (this.#store.state.stopping) void this.#cancel(turnId);
  }

  /** The turn waits or has ended. */
  #paused(): void {
    const { conversationId } = this.#store.state;
    if (conversationId !== null) this.#effects.onTurnEnded(conversationId);
    if (this.#isStale) void this.refresh();
  }

  /** The sending was refused or never arrived, or nothing more of the turn is to be had. */
  #breakOff(error: unknown): void {
    this.#listening.stop();
    const { live, conversationId } = this.#store.state;
    if (!live) return;
    const isSent = live.transcript.turnId !== null;
    if (error !== null && !mayHaveArrived(error)) this.#effects.setUnsettled(conversationId, null);
    const notice = this.#outage.sentenceOf(error);
    this.#store.set({ live: null, connection: "live", stopping: false, notice });
    if (!isSent) this.#effects.returnText(conversationId, live.text);
    const isBehind = error instanceof ApiError && error.code === "turn_in_progress";
    // The server may have come back, and said so, while this was still being tried.
    if (isBehind || this.#isStale) void this.refresh();
  }

  async #cancel(turnId: string): Promise<void> {
    try {
      await this.#api.cancel(turnId);
    } catch (error) {
      this.#store.set({ stopping: false, notice: this.#outage.sentenceOf(error) });
    }
  }

  async #apply(conversation: Conversation): Promise<void> {
    this.#store.replace(withConversation(this.#store.state, conversation));
    this.#outage.end();
    this.#sent.settle(conversation.messages);
    this.#follow();
    await this.#learnApproval();
  }
}
