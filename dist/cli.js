#!/usr/bin/env node
import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  today
} from "./today.js";
import {
  VERSION
} from "./version.js";
import "./chunk.js";

// src/hosts/cli.ts
import { performance } from "node:perf_hooks";
process.stdout.on("error", (error) => {
  if ("code" in error && error.code === "EPIPE") process.exit();
  throw error;
});
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const trace = error instanceof Error ? error.stack : String(error);
  process.stderr.write(
    `mfa-ready ${VERSION}: this is a mistake of ours, not yours. Please report it with the lines below:
https://github.com/mfa-ready/mfa-ready/issues/new

Node ${process.version} on ${process.platform}
${trace}
`
  );
  process.exitCode = 3;
}
async function run(args) {
  if (args.length === 1 && args[0] === "--version") {
    process.stdout.write(`${VERSION}
`);
    return 0;
  }
  const { runCommand } = await import("./command.js");
  return runCommand(args, {
    currentFolder: process.cwd(),
    environment: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => performance.now(),
    today
  });
}
