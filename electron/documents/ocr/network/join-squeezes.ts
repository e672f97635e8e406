import { step, usersOf, type Network } from './network.ts';
import type { OnnxNode } from './onnx-message.ts';

/**
 * x · h + x becomes x · (h + 1), where h is one number for each channel (it comes from a hard sigmoid): the sum is then
 * made of a handful of numbers, not of a whole picture.
 */
export function joinSqueezes(network: Network): void {
  const users = usersOf(network.nodes);
  const weighings = new Set(
    network.nodes.flatMap(({ opType, output }) => (opType === 'HardSigmoid' ? output : [])),
  );
  const replaced = new Set<OnnxNode>();
  network.nodes = network.nodes.flatMap((node) => {
    if (replaced.has(node)) return [];
    const weighing = node.opType === 'Mul' ? node.input.find((name) => weighings.has(name)) : undefined;
    const x = node.input.find((name) => name !== weighing);
    const [sum, ...others] = users(node.output[0]);
    const isSum = sum?.opType === 'Add' && others.length === 0 && x !== undefined && sum.input.includes(x);
    if (weighing === undefined || !isSum) return [node];
    replaced.add(sum);
    const more = network.newName();
    return [
      step('Add', [weighing, network.keep([1], [1])], more),
      step('Mul', [x, more], sum.output[0] ?? ''),
    ];
  });
}
