export interface ClusterOptions {
  /** Where state, log and, if it can be reached by the server's user, the data lie. */
  folder: string;
  /** For tests: gives up durability for speed. */
  throwaway?: boolean;
  log: (line: string) => void;
}
