import admin from './admin.json' with { type: 'json' };
import jmessage from './jmessage.json' with { type: 'json' };
import rongcloud from './rongcloud.json' with { type: 'json' };

/** The OpenAPI 3.1 documents, bundled: references point inside the document only. */
export const documents: { rongcloud: object; jmessage: object; admin: object } = { rongcloud, jmessage, admin };
