import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { ZipFile } from 'yazl';

export interface DownloadRequest {
  params: Record<string, string>;
  /** Values that are repeated are left out. */
  query: Record<string, string>;
}

/** A text that is made while it is sent. */
export interface TextFile {
  /** Without a suffix. */
  name: string;
  text: AsyncIterable<string>;
}

interface Exchange {
  req: Request;
  res: Response;
}

interface Downloads {
  /** Undefined leaves the request to what comes next. */
  open: (request: DownloadRequest) => Promise<TextFile | undefined>;
  /** Answers a request that cannot be served. */
  refuse: (failure: Exchange & { error: unknown }) => Promise<void>;
  log: Logger;
}

/** Files under a path, each as a zip of one text file. Neither text nor zip is ever whole in memory. */
export function zipDownloads(path: string, { open, refuse, log }: Downloads): Router {
  const router = Router();
  router.get(path, async (req, res, next) => {
    try {
      const file = await open(requestOf(req));
      if (file) await sendZip({ req, res }, file).catch((error) => breakOff(res, log, error));
      else next();
    } catch (error) {
      await refuse({ req, res, error });
    }
  });
  return router;
}

/** Half a zip lacks what makes it a whole one, and the connection ends without the mark of its end. */
function breakOff(res: Response, log: Logger, error: Error & { code?: string }): void {
  // Who went away does not care.
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') log.error({ name: error.name, code: error.code }, 'download broken off');
  res.destroy();
}

function requestOf(req: Request): DownloadRequest {
  const single = Object.entries(req.query).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { params: req.params as Record<string, string>, query: Object.fromEntries(single) };
}

async function sendZip({ req, res }: Exchange, { name, text }: TextFile): Promise<void> {
  res.setHeader('Content-Type', 'application/zip');
  res.setHeader('Content-Disposition', `attachment; filename="${name}.zip"`);
  res.setHeader('Cache-Control', 'no-store');
  if (req.method === 'HEAD') {
    res.end();
    return;
  }
  const source = Readable.from(text);
  const zip = new ZipFile();
  zip.addReadStream(source, `${name}.txt`);
  zip.end();
  const output = zip.outputStream as Readable;
  // The library does not look at the source's failures.
  source.on('error', (error) => output.destroy(error));
  try {
    await pipeline(output, res);
  } finally {
    source.destroy();
  }
}
