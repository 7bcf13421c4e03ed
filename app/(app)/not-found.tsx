/** There is no such conversation, or it is another person's: the two look the same. */
import { Notice } from "@/components/shell/notice";

const NotFound = () => (
  <div className="grid flex-1 place-items-center overflow-y-auto">
    <Notice title="This conversation isn’t here">
      It may have been deleted, or the address has a slip in it. Your tasks are where you left them.
    </Notice>
  </div>
);

export default NotFound;
