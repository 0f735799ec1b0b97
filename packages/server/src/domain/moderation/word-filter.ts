import { fold } from './fold.ts';

export interface Word {
  word: string;
  /** What stands in its place; null: a message with the word is blocked. */
  replacement: string | null;
}

/** What becomes of a text: the first blocking word in it, or the text with all other words replaced. */
export type Verdict = { blockedBy: string } | { text: string };

interface Entry extends Word {
  folded: string;
}

/** A place that several words reach. What only one word reaches is that word, whose rest is compared as text. */
class Branch {
  /** By UTF-16 unit. */
  readonly next = new Map<number, Branch | Entry>();
  /** The word that ends here. */
  entry: Entry | undefined;
}

/** Finds words in texts, whatever their case and width, in time that does not grow with their number. */
export class WordFilter {
  /** How many words it has. */
  readonly size: number;
  readonly #root = new Branch();

  /** Of words that differ in case or width only, a blocking one holds, else the first. */
  constructor(words: Word[]) {
    this.size = words.length;
    for (const word of words) insert(this.#root, { ...word, folded: fold(word.word) }, 0);
  }

  /** A blocking word counts wherever it stands, also inside a word to replace. Those are replaced from the left, the longest first. */
  judge(text: string): Verdict {
    const folded = fold(text);
    const parts: string[] = [];
    let done = 0;
    for (let start = 0; start < folded.length; start++) {
      const found = this.#findAt(folded, start);
      if (found?.replacement === null) return { blockedBy: found.word };
      if (!found || start < done) continue;
      parts.push(text.slice(done, start), found.replacement);
      done = start + found.folded.length;
    }
    return { text: parts.join('') + text.slice(done) };
  }

  /** Of the words that begin here the shortest that blocks, else the longest. */
  #findAt(folded: string, start: number): Entry | undefined {
    let longest: Entry | undefined;
    let node: Branch | Entry | undefined = this.#root;
    for (let place = start; node instanceof Branch; place++) {
      longest = node.entry ?? longest;
      if (longest?.replacement === null) return longest;
      node = node.next.get(folded.charCodeAt(place));
    }
    return node && folded.startsWith(node.folded, start) ? node : longest;
  }
}

/** Puts the entry below a branch that its first `depth` units lead to. */
function insert(branch: Branch, entry: Entry, depth: number): void {
  if (depth === entry.folded.length) {
    if (!branch.entry || entry.replacement === null) branch.entry = entry;
    return;
  }
  const unit = entry.folded.charCodeAt(depth);
  const found = branch.next.get(unit);
  if (!found) branch.next.set(unit, entry);
  else if (found instanceof Branch) insert(found, entry, depth + 1);
  else {
    const below = new Branch();
    branch.next.set(unit, below);
    insert(below, found, depth + 1);
    insert(below, entry, depth + 1);
  }
}
