//! Code that is in a repository for other reasons than to run: tests, what others wrote, what programs wrote, examples of a library.

import type { EntryPoint } from '../domain/model.ts';

const CODE = /\.(?:pyw?|ipynb|[cm]?[jt]sx?|cs|vb|fs|java|kt|go)$/i;

const FOLDERS =
  /(?:^|[/\\])(?:tests?|specs?|__tests__|__mocks__|mocks?|testdata|test[-_]?utils?|fixtures|[\w.-]*(?:e2e|integration|functional|unit|perf)[-_.]?tests?|[\w.-]+\.(?:unit|integration|functional)?tests?|vendor|vendored|third[-_]?party|site-packages|venv|\.venv|generated|gen|dist|examples?|samples?|snippets?|tutorials?|quickstarts?)[/\\]/i;

const FILES =
  /(?:^|[/\\])(?:test_[^/\\]*\.py|conftest\.py|[^/\\]*(?:_test\.(?:py|go)|[._-](?:test|spec|e2e|mock|stories)\.[cm]?[jt]sx?|Tests?\.(?:cs|java|kt)|_pb2(?:_grpc)?\.py|\.g\.cs|\.designer\.cs|\.generated\.\w+|\.pb\.go|zz_generated[^/\\]*))$/i;

/** Nobody runs it but who develops it: it is a finding only where a pipeline does. */
export const isSetAside = (path: string, { reach }: EntryPoint): boolean =>
  reach === 'manual' && CODE.test(path) && (FOLDERS.test(path) || FILES.test(path));
