"use client";
/** Making access tokens, and those that there are. */
import { useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import type { AccessToken } from "@/lib/users/schema";
import { AccessTokenRow } from "./access-token-row";
import { NewAccessToken } from "./new-access-token";
import { Section } from "./section";

export type AccessTokensProps = {
  initial: AccessToken[];
  /** Where MCP clients are pointed at. */
  mcpAddress: string;
  timeZone: string;
  renderedAt: string;
};

export const AccessTokens = ({ initial, mcpAddress, timeZone, renderedAt }: AccessTokensProps) => {
  const [tokens, setTokens] = useState(initial);
  const remove = (id: string) => setTokens((shown) => shown.filter((token) => token.id !== id));

  return (
    <>
      <Section
        title="New token"
        description="For a program that acts in your name: a script, or an assistant that speaks MCP."
      >
        <NewAccessToken onMade={(made) => setTokens((shown) => [made, ...shown])} />
      </Section>
      <Section title="Your tokens">
        {tokens.length === 0 ? (
          <EmptyState title="No tokens yet.">
            A token that you make shows up here, with when it was last used.
          </EmptyState>
        ) : (
          <ul className="-my-2 divide-y divide-line">
            {tokens.map((token) => (
              <AccessTokenRow
                key={token.id}
                token={token}
                timeZone={timeZone}
                renderedAt={renderedAt}
                onEnded={() => remove(token.id)}
              />
            ))}
          </ul>
        )}
      </Section>
      <Section
        title="Using one"
        description="Programs send it as “Authorization: Bearer”, over the API or MCP."
      >
        <p className="text-14 text-ink-soft">
          MCP clients connect to{" "}
          <code className="rounded-control bg-surface px-1.5 py-0.5 text-13 wrap-anywhere text-ink">
            {mcpAddress}
          </code>
          . What the API offers stands in{" "}
          <a href="/docs" className="text-accent-ink underline underline-offset-2">
            its description
          </a>
          .
        </p>
      </Section>
    </>
  );
};
