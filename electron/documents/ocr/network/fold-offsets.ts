import { attributeOf, scaling, singleNumber, usersOf, type Network } from './network.ts';
import type { OnnxNode } from './onnx-message.ts';

/**
 * A number that is added before convolutions goes into their offsets. Not where a convolution looks beyond the edge:
 * there it sees zeros, to which nothing was added; a scaling then adds it in the layout of convolutions.
 */
export function foldOffsets(network: Network): void {
  const users = usersOf(network.nodes);
  const channels = new Map<string, number>();
  network.nodes = network.nodes.flatMap((node) => {
    const count = channelsOf(network, node, channels);
    const [given = ''] = node.output;
    if (count !== undefined) channels.set(given, count);
    const taken = node.input.find((name) => channels.has(name));
    if (node.opType !== 'Add' || count === undefined || taken === undefined) return [node];
    const offset = singleNumber(network, node, taken);
    if (offset === null) return [node];
    const next = users(given);
    if (network.outputs.has(given) || !next.every((each) => looksInside(network, each)))
      return [scaling(network, count, taken, 1, offset, given)];
    for (const each of next) addBefore(network, each, taken, offset);
    return [];
  });
}

/** How many channels a step gives, as far as it follows from the convolutions before it. */
function channelsOf(
  network: Network,
  { opType, input }: OnnxNode,
  known: ReadonlyMap<string, number>,
): number | undefined {
  if (opType === 'Conv') return network.sizes(input[1])?.[0];
  if (opType !== 'Mul' && opType !== 'Add') return undefined;
  return input.map((name) => known.get(name)).find((count) => count !== undefined);
}

function looksInside(network: Network, node: OnnxNode): boolean {
  if (node.opType !== 'Conv' || network.sizes(node.input[1]) === null) return false;
  return (attributeOf(node, 'pads')?.ints ?? []).every((pad) => pad === 0);
}

function addBefore(network: Network, node: OnnxNode, taken: string, offset: number): void {
  const [, weightName = '', biasName] = node.input;
  const weights = network.numbers(weightName);
  if (weights === null) return;
  const channels = weights.sizes[0] ?? 0;
  const each = weights.values.length / channels;
  const bias = network.numbers(biasName)?.values ?? new Float32Array(channels);
  const sums = bias.map((value, channel) => {
    let sum = 0;
    for (let at = channel * each; at < (channel + 1) * each; at += 1) sum += weights.values[at] ?? 0;
    return value + offset * sum;
  });
  node.input = [taken, weightName, network.keep([channels], sums)];
}
