//! Folders and files by their paths from the root of the repository; the root itself is empty.

export const folderOf = (path: string): string => {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
};

export const joinFolder = (folder: string, path: string): string =>
  folder === '' || path === '' ? `${folder}${path}` : `${folder}/${path}`;
