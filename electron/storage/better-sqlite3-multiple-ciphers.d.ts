/** What we use of the package, whose own declarations its export map hides. `sql-database.ts` says what each does. */
declare module 'better-sqlite3-multiple-ciphers' {
  interface Statement<Parameters extends unknown[], Row> {
    run(...parameters: Parameters): unknown;
    get(...parameters: Parameters): Row | undefined;
    all(...parameters: Parameters): Row[];
    iterate(...parameters: Parameters): IterableIterator<Row>;
    pluck(): this;
  }

  class Database {
    static readonly SqliteError: new (message: string, code: string) => Error & { readonly code: string };
    constructor(file: string, options?: { fileMustExist?: boolean });
    prepare<Parameters extends unknown[] = unknown[], Row = unknown>(sql: string): Statement<Parameters, Row>;
    transaction<Args extends unknown[], Value>(
      work: (...args: Args) => Value,
    ): { immediate(...args: Args): Value };
    exec(sql: string): unknown;
    pragma(source: string, options?: { simple?: boolean }): unknown;
    close(): unknown;
    unsafeMode(isUnsafe: boolean): this;
  }
  export default Database;
}
