import { app } from './app.ts';
import { throwByName } from './not-in-stand-in.ts';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

const privileged = new Set<string>();

/** The schemes of one session. */
export class Protocol implements Pick<
  Electron.Protocol,
  'handle' | 'unhandle' | 'isProtocolHandled' | 'registerSchemesAsPrivileged'
> {
  private readonly handlers = new Map<string, SchemeHandler>();

  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    if (app.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of schemes) {
      if (!privileges?.standard || !privileges.secure) {
        throw new Error(`The stand-in serves standard, secure schemes only, and ${scheme} is not`);
      }
      privileged.add(scheme);
    }
  }

  handle(scheme: string, handler: SchemeHandler): void {
    if (!privileged.has(scheme)) throw new Error(`The scheme ${scheme} was not registered as privileged`);
    if (this.handlers.has(scheme)) throw new Error(`The scheme ${scheme} has been intercepted`);
    this.handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    this.handlers.delete(scheme);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme);
  }

  /** The scheme whose pages get the preload. */
  firstScheme(): string | null {
    return [...this.handlers.keys()][0] ?? null;
  }

  handlerOf(scheme: string): SchemeHandler | null {
    return this.handlers.get(scheme) ?? null;
  }
}

export function makeProtocol(): Protocol {
  return throwByName('protocol', new Protocol());
}
