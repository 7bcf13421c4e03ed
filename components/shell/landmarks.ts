/** The parts of the app's page, by the ids with which skip link, buttons and drawers find them. */
export const MAIN_ID = "main";

/** `wideFrom`: from this width on, in px, the pane has its own place (the breakpoints of globals.css). */
export const PANES = {
  conversations: { id: "conversations", label: "Conversations", wideFrom: 768 },
  tasks: { id: "tasks", label: "Tasks", wideFrom: 1100 },
} as const;

export type PaneName = keyof typeof PANES;
