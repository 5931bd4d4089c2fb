import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// src/hosts/today.ts
var today = () => (/* @__PURE__ */ new Date()).toISOString().slice(0, "YYYY-MM-DD".length);

export {
  today
};
