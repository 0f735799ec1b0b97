/** express alone: reads the form, answers the same small JSON. */
import type { AddressInfo } from 'node:net';
import express from 'express';
import { answer, setup } from '../child.ts';

const app = express();
// The server sends neither of them.
if (setup<{ lean?: boolean }>().lean) app.disable('etag').disable('x-powered-by');
app.post('/user/checkOnline.json', express.urlencoded({ extended: false }), (req, res) => {
  res.json({ code: 200, status: req.body.userId ? '0' : '1' });
});

const server = app.listen(0, '127.0.0.1', () => {
  answer({ url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
