import {
  attributeTypes,
  floats,
  readModel,
  writeModel,
  type OnnxAttribute,
  type OnnxNode,
  type OnnxTensor,
} from './onnx-message.ts';

/** A network open for changes: its steps in order, and the numbers that it was trained to, by name. */
export interface Network {
  nodes: OnnxNode[];
  outputs: ReadonlySet<string>;
  /** Null for what is computed, and for what is no floating point. */
  numbers(name: string | undefined): Numbers | null;
  /** How many there are in each direction; null as for `numbers`, and without a copy of them. */
  sizes(name: string | undefined): readonly number[] | null;
  /** Keeps new numbers; the name to use them by. */
  keep(sizes: readonly number[], values: ArrayLike<number>): string;
  /** A name that nothing has. */
  newName(): string;
  bytes(): Uint8Array;
}

export interface Numbers {
  sizes: readonly number[];
  values: Float32Array;
}

export function openNetwork(bytes: Uint8Array): Network {
  const { model, graph } = readModel(bytes);
  const tensors = new Map(graph.initializer.map((tensor) => [tensor.name, tensor]));
  const nodes: OnnxNode[] = [];
  for (const node of graph.node) {
    const value = node.opType === 'Constant' ? attributeOf(node, 'value')?.t : undefined;
    if (value === undefined) nodes.push(node);
    else tensors.set(node.output[0] ?? '', value);
  }
  let last = 0;
  const newName = () => `rewritten.${++last}`;
  const network: Network = {
    nodes,
    outputs: new Set(graph.output.map(({ name }) => name)),
    numbers: (name) => numbersOf(tensors.get(name ?? '')),
    sizes: (name) => sizesOf(tensors.get(name ?? '')),
    keep(sizes, values) {
      const name = newName();
      const rawData = new Uint8Array(new Float32Array(values).buffer);
      tensors.set(name, { name, dims: [...sizes], dataType: floats, rawData });
      return name;
    },
    newName,
    bytes() {
      const used = new Set(network.nodes.flatMap(({ input }) => input));
      graph.node = network.nodes;
      graph.initializer = [...tensors].flatMap(([name, tensor]) =>
        used.has(name) ? [Object.assign(tensor, { name })] : [],
      );
      return writeModel(model);
    },
  };
  return network;
}

function sizesOf(tensor: OnnxTensor | undefined): readonly number[] | null {
  return tensor?.dataType === floats ? tensor.dims : null;
}

function numbersOf(tensor: OnnxTensor | undefined): Numbers | null {
  if (tensor?.dataType !== floats) return null;
  const { dims, rawData, floatData } = tensor;
  // A copy: the numbers lie in the file's bytes, and at odd places there.
  const values =
    rawData === undefined || rawData.length === 0
      ? new Float32Array(floatData ?? [])
      : new Float32Array(new Uint8Array(rawData).buffer);
  return { sizes: dims, values };
}

export function attributeOf(node: OnnxNode, name: string): OnnxAttribute | null {
  return node.attribute.find((attribute) => attribute.name === name) ?? null;
}

/** Which steps take what. */
export function usersOf(nodes: readonly OnnxNode[]): (name: string | undefined) => readonly OnnxNode[] {
  const users = new Map<string, OnnxNode[]>();
  for (const node of nodes)
    for (const name of node.input) {
      const known = users.get(name);
      if (known === undefined) users.set(name, [node]);
      else known.push(node);
    }
  return (name) => users.get(name ?? '') ?? [];
}

/** The single number that a step adds to `taken` or multiplies it by; null where it is something else. */
export function singleNumber(network: Network, node: OnnxNode, taken: string): number | null {
  if (node.input.length !== 2) return null;
  const [number, ...more] =
    network.numbers(node.input.find((name) => name !== taken))?.values ?? new Float32Array();
  return number === undefined || more.length > 0 ? null : number;
}

export function step(
  opType: string,
  input: string[],
  output: string,
  attribute: OnnxAttribute[] = [],
): OnnxNode {
  return { opType, input, output: [output], attribute };
}

/** A convolution that only scales each channel and adds to it: such a step keeps the layout that convolutions work in. */
export function scaling(
  network: Network,
  channels: number,
  taken: string,
  scale: number,
  offset: number,
  output: string,
): OnnxNode {
  const all = (value: number) => new Float32Array(channels).fill(value);
  const weights = network.keep([channels, 1, 1, 1], all(scale));
  return step('Conv', [taken, weights, network.keep([channels], all(offset))], output, [
    { name: 'group', type: attributeTypes.int, i: channels },
    { name: 'kernel_shape', type: attributeTypes.ints, ints: [1, 1] },
  ]);
}
