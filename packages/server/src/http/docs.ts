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

/** Scripts come as files of ours only; Redoc writes its styles and a font into the page. */
const pagePolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  upgradeInsecureRequests: null,
};
