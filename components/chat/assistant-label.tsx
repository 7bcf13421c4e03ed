"use client";
/** Which assistant answers, as a small word that explains itself when it is pressed. */
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

export type AssistantInfo = { kind: "openai" | "offline"; name: string };

export const OFFLINE_NAME = "Offline assistant";

export const AssistantLabel = ({ assistant }: { assistant: AssistantInfo }) => {
  const [open, setOpen] = useState(false);
  const offline = assistant.kind === "offline";
  const name = offline ? OFFLINE_NAME : assistant.name;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="min-w-0 truncate rounded-control px-2 py-1 text-12 text-ink-soft transition-colors hover:bg-hover hover:text-ink pointer-coarse:min-h-11"
      >
        {name}
      </button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={name}
        description={
          offline ? (
            <>
              <p>
                Your messages are read by the assistant that is part of Errand. It understands plain
                sentences about tasks, and nothing you write leaves this server.
              </p>
              <p className="mt-2">
                Whoever runs this server can connect a language model instead; it understands more.
              </p>
            </>
          ) : (
            <p>
              Your messages are answered by the language model <bdi>{assistant.name}</bdi>, chosen
              by whoever runs this server. What you write here, and the tasks it concerns, are sent
              to it.
            </p>
          )
        }
        actions={<Button onClick={() => setOpen(false)}>Close</Button>}
      />
    </>
  );
};
