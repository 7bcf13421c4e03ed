/** There is no such conversation, or it is another person's: the two look the same. */
import { Notice } from "@/components/shell/notice";
import { PageHeader } from "@/components/shell/page-header";

const NotFound = () => (
  <>
    <PageHeader title="Not found" />
    <div className="relative grid flex-1 place-items-center overflow-y-auto">
      <Notice inside title="This conversation isn’t here">
        It may have been deleted, or the address has a slip in it. Your tasks are where you left
        them.
      </Notice>
    </div>
  </>
);

export default NotFound;
