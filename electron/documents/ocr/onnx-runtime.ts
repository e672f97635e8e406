import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import type { InferenceSession, TensorConstructor } from 'onnxruntime-web';
import type { DocumentAssets } from '../document-assets.ts';

/** What runs the networks. */
export interface OnnxRuntime {
  name: 'native' | 'web';
  open(model: Uint8Array): Promise<InferenceSession>;
  Tensor: TensorConstructor;
}

const threads = Math.min(2, availableParallelism());

const common: InferenceSession.SessionOptions = {
  graphOptimizationLevel: 'all',
  // A plan of the memory is made for each size of picture, and every line has one of its own.
  enableMemPattern: false,
};

/**
 * The system's own library, which reads a line in a third of the time; WebAssembly where there is none for this system,
 * where the C++ runtime that it asks for is not installed, or where it was found to break.
 */
export async function openOnnxRuntime(assets: DocumentAssets): Promise<OnnxRuntime> {
  return (assets.isPortableOnly === true ? null : await nativeRuntime()) ?? webRuntime(assets);
}

async function nativeRuntime(): Promise<OnnxRuntime | null> {
  const ort = await import('onnxruntime-node').catch(() => null);
  if (ort === null) return null;
  return {
    name: 'native',
    open: (model) =>
      ort.InferenceSession.create(model, {
        ...common,
        // Without it the system gives each picture's memory anew, page by page, which takes longer than the network.
        enableCpuMemArena: true,
        executionProviders: ['cpu'],
        intraOpNumThreads: threads,
        // A thread that spins while it waits takes the processor from the second engine.
        extra: { session: { intra_op: { allow_spinning: '0' } } },
      }),
    Tensor: ort.Tensor,
  };
}

/**
 * From local bytes only; the WebAssembly too, or the runtime would ask the network for it. It starts its second thread
 * from its own file's address, which a bundle does not have: hence the file.
 */
async function webRuntime(assets: DocumentAssets): Promise<OnnxRuntime> {
  const ort = await import('onnxruntime-web');
  ort.env.wasm.numThreads = threads;
  ort.env.wasm.proxy = false;
  ort.env.wasm.wasmBinary = await readFile(assets.path('ort-wasm-simd-threaded.wasm'));
  ort.env.wasm.wasmPaths = { mjs: pathToFileURL(assets.path('ort-wasm-simd-threaded.mjs')).href };
  ort.env.logLevel = 'error';
  return {
    name: 'web',
    open: (model) =>
      ort.InferenceSession.create(model, {
        ...common,
        // WebAssembly never gives any back.
        enableCpuMemArena: false,
        executionProviders: ['wasm'],
      }),
    Tensor: ort.Tensor,
  };
}
