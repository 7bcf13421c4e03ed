/** A new conversation. */
import { ChatView } from "@/components/chat/chat-view";
import { pageContext } from "@/lib/auth/page-context";
import { describeModel } from "@/lib/model/choose";

const NewConversationPage = async () => {
  const { me } = await pageContext();
  return <ChatView conversation={null} assistant={describeModel()} me={me} />;
};

export default NewConversationPage;
