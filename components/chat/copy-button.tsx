"use client";
/** Copies an answer as it was written, Markdown and all. */
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";

const CONFIRMED_MS = 2000;

export const CopyButton = ({ text }: { text: string }) => {
  const toast = useToast();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    try {
      // There is no clipboard on an address without https.
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      toast({ message: "The browser did not allow copying here.", tone: "error" });
    }
  };

  const Icon = copied ? Check : Copy;
  return (
    <IconButton
      size="sm"
      label={copied ? "Copied" : "Copy answer"}
      icon={<Icon aria-hidden="true" className="size-4" />}
      onClick={() => void copy()}
      className="-ml-1.5 opacity-0 transition-opacity group-focus-within/message:opacity-100 group-hover/message:opacity-100 pointer-coarse:-ml-3.5 pointer-coarse:opacity-100"
    />
  );
};
