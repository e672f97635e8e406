import { attributeOf, singleNumber, usersOf, type Network } from './network.ts';
import type { OnnxNode } from './onnx-message.ts';

/** What only scales a convolution's result, or adds the same everywhere, goes into the convolution's own weights. */
export function foldScales(network: Network): void {
  const users = usersOf(network.nodes);
  const folded = new Set<OnnxNode>();
  for (const node of network.nodes) {
    const channels = channelsOf(network, node);
    if (channels === null) continue;
    const changes: Change[] = [];
    for (;;) {
      const [given = ''] = node.output;
      const [next, ...others] = users(given);
      if (next === undefined || others.length > 0 || network.outputs.has(given)) break;
      const change = changeBy(network, next, given, channels);
      if (change === null) break;
      changes.push(change);
      folded.add(next);
      node.output = next.output;
    }
    if (changes.length > 0) takeUp(network, node, channels, changes);
  }
  network.nodes = network.nodes.filter((node) => !folded.has(node));
}

function channelsOf(network: Network, { opType, input }: OnnxNode): number | null {
  if (opType !== 'Conv' && opType !== 'ConvTranspose') return null;
  return network.sizes(input[1])?.[opType === 'Conv' ? 0 : 1] ?? null;
}

/** Does to a convolution's weights and offsets what was done to its result. */
function takeUp(network: Network, node: OnnxNode, channels: number, changes: readonly Change[]): void {
  const [taken = '', weightName, biasName] = node.input;
  const weights = network.numbers(weightName);
  if (weights === null) return;
  const { sizes, values } = weights;
  const bias = network.numbers(biasName)?.values ?? new Float32Array(channels);
  const scales = new Float64Array(channels).fill(1);
  for (let channel = 0; channel < channels; channel += 1) {
    for (const change of changes) {
      const scale = change.scale(channel);
      scales[channel] = (scales[channel] ?? 1) * scale;
      bias[channel] = (bias[channel] ?? 0) * scale + change.offset(channel);
    }
  }
  const kernel = sizes.slice(2).reduce((product, size) => product * size, 1);
  // Turned round, the channels of the result stand second.
  const run = node.opType === 'Conv' ? values.length / channels : kernel;
  for (let from = 0, turn = 0; from < values.length; from += run, turn += 1) {
    const scale = scales[turn % channels] ?? 1;
    for (let at = from; at < from + run; at += 1) values[at] = (values[at] ?? 0) * scale;
  }
  node.input = [taken, network.keep(sizes, values), network.keep([channels], bias)];
}

interface Change {
  scale(channel: number): number;
  offset(channel: number): number;
}

function changeBy(network: Network, node: OnnxNode, given: string, channels: number): Change | null {
  if (node.opType === 'BatchNormalization') return normalization(network, node);
  if (node.opType !== 'Mul' && node.opType !== 'Add') return null;
  const isSum = node.opType === 'Add';
  const change = (value: (channel: number) => number): Change =>
    isSum ? { scale: () => 1, offset: value } : { scale: value, offset: () => 0 };
  const single = singleNumber(network, node, given);
  if (single !== null) return change(() => single);
  const numbers = network.numbers(node.input.find((name) => name !== given));
  const isByChannel = numbers?.sizes.join() === [1, channels, 1, 1].join();
  return isByChannel ? change((channel) => numbers.values[channel] ?? 0) : null;
}

function normalization(network: Network, node: OnnxNode): Change | null {
  const [scale, bias, mean, variance] = node.input.slice(1).map((name) => network.numbers(name)?.values);
  if (!scale || !bias || !mean || !variance) return null;
  const epsilon = attributeOf(node, 'epsilon')?.f ?? 1e-5;
  const factor = (channel: number) => (scale[channel] ?? 1) / Math.sqrt((variance[channel] ?? 1) + epsilon);
  return {
    scale: factor,
    offset: (channel) => (bias[channel] ?? 0) - (mean[channel] ?? 0) * factor(channel),
  };
}
