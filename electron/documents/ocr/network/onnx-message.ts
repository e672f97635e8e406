import protobuf from 'protobufjs/light.js';

/**
 * The parts of the ONNX format that are looked at or changed (onnx/onnx.proto, version 1). All other parts are carried
 * along as they are.
 */
const format = protobuf.Root.fromJSON({
  nested: {
    Model: { fields: { graph: { type: 'Graph', id: 7 } } },
    Graph: {
      fields: {
        node: { rule: 'repeated', type: 'Node', id: 1 },
        initializer: { rule: 'repeated', type: 'Tensor', id: 5 },
        output: { rule: 'repeated', type: 'ValueInfo', id: 12 },
      },
    },
    ValueInfo: { fields: { name: { type: 'string', id: 1 } } },
    Node: {
      fields: {
        input: { rule: 'repeated', type: 'string', id: 1 },
        output: { rule: 'repeated', type: 'string', id: 2 },
        opType: { type: 'string', id: 4 },
        attribute: { rule: 'repeated', type: 'Attribute', id: 5 },
      },
    },
    Attribute: {
      fields: {
        name: { type: 'string', id: 1 },
        f: { type: 'float', id: 2 },
        i: { type: 'int32', id: 3 },
        t: { type: 'Tensor', id: 5 },
        ints: { rule: 'repeated', type: 'int32', id: 8, options: { packed: false } },
        type: { type: 'int32', id: 20 },
      },
    },
    Tensor: {
      fields: {
        dims: { rule: 'repeated', type: 'int32', id: 1, options: { packed: false } },
        dataType: { type: 'int32', id: 2 },
        floatData: { rule: 'repeated', type: 'float', id: 4 },
        name: { type: 'string', id: 8 },
        rawData: { type: 'bytes', id: 9 },
      },
    },
  },
});

const Model = format.lookupType('Model');

export interface OnnxGraph {
  node: OnnxNode[];
  initializer: OnnxTensor[];
  output: { name: string }[];
}

/** One step of a network: what it takes and gives, by name. */
export interface OnnxNode {
  opType: string;
  input: string[];
  output: string[];
  attribute: OnnxAttribute[];
}

export interface OnnxAttribute {
  name: string;
  type: number;
  f?: number;
  i?: number;
  t?: OnnxTensor;
  ints?: number[];
}

export interface OnnxTensor {
  name: string;
  dims: number[];
  dataType: number;
  floatData?: number[];
  rawData?: Uint8Array;
}

/** As the format counts them. */
export const attributeTypes = { float: 1, int: 2, ints: 7 } as const;
export const floats = 1;

/** @throws where the bytes are no network; they are the product's own. */
export function readModel(bytes: Uint8Array): { model: protobuf.Message; graph: OnnxGraph } {
  const reader = protobuf.Reader.create(bytes);
  reader.discardUnknown = false;
  const model = Model.decode(reader);
  return { model, graph: (model as protobuf.Message & { graph: OnnxGraph }).graph };
}

export function writeModel(model: protobuf.Message): Uint8Array {
  return Model.encode(model).finish();
}
