// @ts-check
/**
 * Let the browser save something as a file.
 * @param {Blob} content
 * @param {string} name
 */
export function save(content, name) {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(content);
  link.click();
  // Later, because the download has just begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
