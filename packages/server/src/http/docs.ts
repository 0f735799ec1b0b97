import express, { Router } from 'express';
import helmet from 'helmet';

/** The built documentation under `/docs`; `/` leads there. */
export function docsPages(folder: string): Router {
  const router = Router();
  router.get('/', (_req, res) => res.redirect('/docs/'));
  router.use(
    '/docs',
    helmet({ contentSecurityPolicy: { directives: pagePolicy }, strictTransportSecurity: false }),
    express.static(folder, { extensions: ['html'] }),
  );
  return router;
}

/** The reference pages carry their script and style in the page and run it as a worker for the search. */
const pagePolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'", "'unsafe-inline'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  workerSrc: ["'self'", 'blob:'],
  upgradeInsecureRequests: null,
};
