/** The bar that `npm run backup` and `npm run restore` show on a terminal; elsewhere they are silent until they are done. */
import { Presets, SingleBar } from "cli-progress";

/** Shows how much of `total` is done, and takes itself away when `work` is. */
export const withProgressBar = async <T>(
  label: string,
  work: (onProgress: (done: number, total: number) => void) => Promise<T>,
): Promise<T> => {
  const bar = new SingleBar(
    { format: `${label} {bar} {percentage} %`, clearOnComplete: true, hideCursor: true },
    Presets.rect,
  );
  let started = false;
  try {
    return await work((done, total) => {
      if (started) bar.update(done);
      else bar.start(total, done);
      started = true;
    });
  } finally {
    bar.stop();
  }
};
