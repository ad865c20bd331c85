import { Agent, get, type IncomingMessage } from 'node:http';

/** The event streams of many rooms. */
export class EventStreams {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  readonly #open: IncomingMessage[] = [];
  #onChanged: (index: number, text: string) => void = () => undefined;

  constructor(
    readonly address: string,
    readonly rooms: readonly { id: string; cookie: string }[],
  ) {}

  /** Opens all, a few at once, and waits until each has had its first event. */
  async connect(): Promise<void> {
    const waiting = this.rooms.map((_, index) => index);
    const connectNext = async (): Promise<void> => {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
        await this.#connectOne(index);
      }
    };
    await Promise.all(Array.from({ length: 20 }, connectNext));
  }

  #connectOne(index: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const room = this.rooms[index];
      if (!room) return resolve();
      const url = `${this.address}/api/attempts/${room.id}/events`;
      get(url, { agent: this.#agent, headers: { cookie: room.cookie } }, (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`status ${answer.statusCode}`));
        this.#open.push(answer);
        let isFirst = true;
        answer.setEncoding('utf8').on('data', (text: string) => {
          if (!text.includes('event: changed')) return;
          if (!isFirst) this.#onChanged(index, text);
          isFirst = false;
          resolve();
        });
      }).on('error', reject);
    });
  }

  /** When each was told next, and had done what it does then. */
  onceAllTold(then: (index: number, text: string) => Promise<void>): Promise<number[]> {
    return new Promise((resolve, reject) => {
      const times = new Map<number, number>();
      const busy = new Set<number>();
      this.#onChanged = (index, text) => {
        if (busy.has(index)) return;
        busy.add(index);
        then(index, text).then(() => {
          times.set(index, performance.now());
          if (times.size === this.rooms.length) resolve([...times.values()]);
        }, reject);
      };
    });
  }

  close(): void {
    for (const answer of this.#open) answer.destroy();
    this.#agent.destroy();
  }
}
