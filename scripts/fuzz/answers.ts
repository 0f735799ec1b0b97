import pino, { type Logger } from 'pino';

interface Line {
  dialect: string;
  status?: number;
}

export interface Answers {
  accepted: number;
  refused: number;
  faults: number;
}

/** Counts the answers of a server by its log. */
export class AnswerCount {
  readonly #answers = new Map<string, Answers>();
  readonly log: Logger = pino({ level: 'info' }, { write: (text) => this.#read(JSON.parse(text) as Line) });

  of(dialect: string): Answers {
    return this.#answers.get(dialect) ?? { accepted: 0, refused: 0, faults: 0 };
  }

  #read({ dialect, status }: Line): void {
    if (status === undefined) return;
    const answers = this.of(dialect);
    answers[status < 400 ? 'accepted' : status < 500 ? 'refused' : 'faults'] += 1;
    this.#answers.set(dialect, answers);
  }
}
