"use client";
/** The locale by whose clock times are written everywhere on the page, as those of messages are: the browser's. */
import { useSyncExternalStore } from "react";

/** What the server writes: it does not know the reader's. */
const SERVER = "en-GB";

const nothing = () => () => undefined;
const ofBrowser = (): string => new Intl.DateTimeFormat().resolvedOptions().locale;

export const useTimeLocale = (): string => useSyncExternalStore(nothing, ofBrowser, () => SERVER);
