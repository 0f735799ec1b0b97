import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Files that are synced at a time, which a disk does in little more time than one. */
const atOnce = 16;

/** Has the system write the folder and all in it through to the disk. */
export async function syncTree(folder: string): Promise<void> {
  const names = await readdir(folder, { withFileTypes: true, recursive: true });
  const tasks = [() => syncFolder(folder)];
  for (const entry of names) {
    const path = join(entry.parentPath, entry.name);
    tasks.push(() => (entry.isDirectory() ? syncFolder(path) : sync(path, 'r+')));
  }
  const work = async () => {
    for (let task = tasks.pop(); task; task = tasks.pop()) await task();
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** The names in a folder: a file that is on the disk may still have none there. Windows has nothing of the kind. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform !== 'win32') await sync(folder, 'r');
}

async function sync(path: string, flags: string): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
