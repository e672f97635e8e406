/** What we use of the package, whose own declarations its export map hides. */
declare module 'better-sqlite3-multiple-ciphers' {
  namespace Database {
    interface Statement<Parameters extends unknown[] = unknown[], Row = unknown> {
      run(...parameters: Parameters): { changes: number; lastInsertRowid: number | bigint };
      get(...parameters: Parameters): Row | undefined;
      all(...parameters: Parameters): Row[];
      /** The first column only. */
      pluck(): this;
    }

    interface Transaction<Work extends (...args: never[]) => unknown> {
      (...args: Parameters<Work>): ReturnType<Work>;
      /** Takes the write lock at its beginning. */
      immediate(...args: Parameters<Work>): ReturnType<Work>;
    }

    interface Database {
      readonly open: boolean;
      readonly inTransaction: boolean;
      prepare<Parameters extends unknown[] = unknown[], Row = unknown>(
        sql: string,
      ): Statement<Parameters, Row>;
      transaction<Work extends (...args: never[]) => unknown>(work: Work): Transaction<Work>;
      exec(sql: string): this;
      pragma(source: string, options?: { simple?: boolean }): unknown;
      close(): this;
    }

    interface SqliteError extends Error {
      code: string;
    }
  }

  const Database: {
    new (
      file: string,
      options?: { fileMustExist?: boolean; readonly?: boolean; timeout?: number },
    ): Database.Database;
    SqliteError: new (message: string, code: string) => Database.SqliteError;
  };
  export default Database;
}
