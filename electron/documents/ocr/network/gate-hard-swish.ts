import { attributeOf, scaling, singleNumber, step, usersOf, type Network } from './network.ts';
import { attributeTypes, type OnnxNode } from './onnx-message.ts';

/** The five or six steps by which a network multiplies x by a sixth of x + 3, held between 0 and 6. */
interface HardSwish {
  steps: OnnxNode[];
  clip: OnnxNode;
  scale: number;
  output: string;
}

/**
 * A hard swish after a convolution becomes a gate: a scaling that is clipped in the same step, and a product. Of six runs
 * through the picture two are left, and both in the layout of convolutions, which the single steps forced it out of.
 */
export function gateHardSwish(network: Network): void {
  const users = usersOf(network.nodes);
  const replaced = new Set<OnnxNode>();
  network.nodes = network.nodes.flatMap((node) => {
    if (replaced.has(node)) return [];
    const [x = ''] = node.output;
    const channels = node.opType === 'Conv' ? network.sizes(node.input[1])?.[0] : undefined;
    const found = channels === undefined ? null : hardSwishOf(network, x, users);
    if (channels === undefined || found === null) return [node];
    for (const each of found.steps) replaced.add(each);
    const [linear, gate] = [network.newName(), network.newName()];
    return [
      node,
      scaling(network, channels, x, found.scale / 6, found.scale / 2, linear),
      clipped(network, found, linear, gate),
      step('Mul', [x, gate], found.output),
    ];
  });
}

function hardSwishOf(
  network: Network,
  x: string,
  users: (name: string | undefined) => readonly OnnxNode[],
): HardSwish | null {
  const sole = (node: OnnxNode | undefined) => {
    const [next, ...others] = users(node?.output[0]);
    return others.length > 0 || network.outputs.has(node?.output[0] ?? '') ? undefined : next;
  };
  const taken = users(x);
  const sum = taken.find(({ opType }) => opType === 'Add');
  const product = taken.find(({ opType }) => opType === 'Mul');
  if (taken.length !== 2 || !sum || !product || singleNumber(network, sum, x) !== 3) return null;
  const clip = sole(sum);
  if (clip?.opType !== 'Clip' || clipOf(network, clip).join() !== '0,6' || sole(clip) !== product)
    return null;
  const division = sole(product);
  const [divided = ''] = product.output;
  if (division?.opType !== 'Div' || division.input[0] !== divided) return null;
  if (singleNumber(network, division, divided) !== 6) return null;
  const after = sole(division);
  const scale = after?.opType === 'Mul' ? singleNumber(network, after, division.output[0] ?? '') : null;
  const last = scale === null || after === undefined ? division : after;
  const steps = [sum, clip, product, division, last];
  return { steps, clip, scale: scale ?? 1, output: last.output[0] ?? '' };
}

/** Older networks have the bounds as attributes, newer ones as numbers. */
function clipOf(network: Network, clip: OnnxNode): (number | undefined)[] {
  const [, least, most] = clip.input;
  if (least === undefined) return ['min', 'max'].map((name) => attributeOf(clip, name)?.f);
  return [least, most].map((name) => network.numbers(name)?.values[0]);
}

function clipped(network: Network, { clip, scale }: HardSwish, taken: string, output: string): OnnxNode {
  const [least, most] = [Math.min(0, scale), Math.max(0, scale)];
  if (clip.input.length === 1)
    return step('Clip', [taken], output, [
      { name: 'min', type: attributeTypes.float, f: least },
      { name: 'max', type: attributeTypes.float, f: most },
    ]);
  return step('Clip', [taken, network.keep([], [least]), network.keep([], [most])], output);
}
