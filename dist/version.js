import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);

// package.json
var package_default = { version: "0.1.0" };

// src/hosts/version.ts
var VERSION = package_default.version;

export {
  VERSION
};
