//! The folder of a file, which is a Terraform module.

/** `.` for the root of the repository. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}
