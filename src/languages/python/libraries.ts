//! Libraries that no file of a repository is meant by, and those that drive a browser.

/** What comes with Python, as far as programs commonly import it, and what most of them install. */
const KNOWN: ReadonlySet<string> = new Set(
  `abc argparse array ast asyncio base64 bisect builtins calendar collections concurrent configparser contextlib copy csv
  ctypes dataclasses datetime decimal difflib email enum errno fnmatch fractions functools gc getpass glob gzip hashlib heapq
  hmac html importlib inspect io ipaddress itertools json logging lzma math mimetypes multiprocessing numbers operator os
  pathlib pickle platform pprint queue random re secrets select shlex shutil signal site socket sqlite3 ssl stat statistics
  string struct subprocess sys sysconfig tarfile tempfile textwrap threading time timeit token tomllib traceback types typing
  typing_extensions unicodedata unittest uuid warnings weakref xml zipfile zlib zoneinfo __future__
  attr attrs boto3 botocore click colorama coloredlogs dateutil django flask fastapi jinja2 jsonschema loguru markdown
  matplotlib mock networkx numpy pandas pendulum PIL pkg_resources psutil pydantic pygments pytest rich scipy seaborn
  setuptools six sklearn sqlalchemy starlette structlog tabulate tensorflow termcolor toml torch tqdm typer ujson uvicorn
  websockets werkzeug yaml`.split(/\s+/),
);

const FOREIGN =
  /^(?:azure|msal|adal|msrest\w*|requests|httpx|aiohttp|urllib\w*|selenium|playwright|github|jwt)(?:\.|$)/;

/** Whether an import means nothing of the repository, whatever is in it. */
export const isForeignLibrary = (library: string): boolean =>
  FOREIGN.test(library) || KNOWN.has(library.slice(0, `${library}.`.indexOf('.')));

/** The objects of these are handed around, so that a method says what they are. */
const DRIVERS = /^(?:playwright|selenium|pyppeteer|seleniumbase|splinter|pytest_playwright)\b/;

export function driverIn(libraries: ReadonlySet<string>): string | undefined {
  for (const library of libraries) {
    const driver = DRIVERS.exec(library)?.[0];
    if (driver !== undefined) return driver;
  }
  return undefined;
}

/** Going somewhere, finding a field, filling it in. */
export const DRIVER_METHODS: ReadonlySet<string> = new Set(
  'goto get open visit url fill type press click send_keys locator find_element find_elements find_element_by_id find_element_by_name find_element_by_xpath find_element_by_css_selector query_selector wait_for_selector get_by_label get_by_placeholder get_by_role get_by_text get_by_test_id'.split(
    ' ',
  ),
);
