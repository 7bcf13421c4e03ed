/** One conversation. Another person's is not found, like one that does not exist. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { ChatView } from "@/components/chat/chat-view";
import { pageContext } from "@/lib/auth/page-context";
import { getConversation } from "@/lib/conversations/service";
import { AppError } from "@/lib/errors";
import { describeModel } from "@/lib/model/choose";

type Props = { params: Promise<{ id: string }> };

/** Asked once for the title and the page. */
const loadConversation = cache(async (id: string) => {
  const { ctx } = await pageContext();
  if (!z.uuid().safeParse(id).success) notFound();
  try {
    return await getConversation(ctx, id);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
});

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { title } = await loadConversation((await params).id);
  return { title };
};

const ConversationPage = async ({ params }: Props) => {
  const { me } = await pageContext();
  const conversation = await loadConversation((await params).id);
  return <ChatView conversation={conversation} assistant={describeModel()} me={me} />;
};

export default ConversationPage;
