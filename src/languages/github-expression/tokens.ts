//! What tokens of a GitHub expression look like.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions

export const TOKEN =
  /\s*(?:(?<string>'(?:[^']|'')*')|(?<number>[-+]?(?:0x[\da-f]+|0o[0-7]+|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?))|(?<name>[a-z_][\w-]*)|(?<sign>&&|\|\||[=!<>]=|[<>!()[\].,*]))/iy;
