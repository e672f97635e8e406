import { z } from 'zod';
import {
  blobPath,
  challengeAnswer,
  challengeRequest,
  changeLine,
  changePageEnd,
  enrolAnswer,
  enrolRequest,
  healthAnswer,
  limits,
  pushAnswer,
  pushItem,
  pushRequest,
  receiptContent,
  serverError,
  serverErrorKind,
  sessionAnswer,
  sessionRequest,
  signedTransferAct,
  transferActsAnswer,
  transferActsRequest,
} from '../../shared/sync/protocol.ts';
import { chainAnswer, chainRequest } from '../../shared/sync/chain.ts';
import { claim, claimAnswer, claimRequest } from '../../shared/sync/claims.ts';
import {
  attachment,
  attachmentAnswer,
  attachmentRequest,
  blobProgress,
} from '../../shared/sync/attachments.ts';
import { pullEstimate } from '../../shared/sync/pull-estimate.ts';
import { transferAct } from '../../shared/domain/transfer/transfer-act.ts';
import { transfer } from '../../shared/domain/transfer/transfer.ts';
import { changesQuery } from './http/changes-route.ts';
import { statusOf, type FailureKind } from './http/server-failure.ts';

type Json = Record<string, unknown>;

/** Named once here, referred to everywhere else. */
const schemas = {
  ServerError: serverError,
  HealthAnswer: healthAnswer,
  EnrolRequest: enrolRequest,
  EnrolAnswer: enrolAnswer,
  ChallengeRequest: challengeRequest,
  ChallengeAnswer: challengeAnswer,
  SessionRequest: sessionRequest,
  SessionAnswer: sessionAnswer,
  ChangeLine: changeLine,
  ChangePageEnd: changePageEnd,
  PushRequest: pushRequest,
  PushItem: pushItem,
  PushAnswer: pushAnswer,
  ReceiptContent: receiptContent,
  TransferActsRequest: transferActsRequest,
  SignedTransferAct: signedTransferAct,
  TransferAct: transferAct,
  TransferActsAnswer: transferActsAnswer,
  Transfer: transfer,
  ChainRequest: chainRequest,
  ChainAnswer: chainAnswer,
  ClaimRequest: claimRequest,
  ClaimAnswer: claimAnswer,
  Claim: claim,
  PullEstimate: pullEstimate,
  BlobProgress: blobProgress,
  AttachmentRequest: attachmentRequest,
  AttachmentAnswer: attachmentAnswer,
  Attachment: attachment,
};

const session = [{ session: [] }];
const withSession: FailureKind[] = ['not-authorised', 'device-revoked', 'internal'];

/** Protocol version 1 as an OpenAPI 3.1 document, from the same schemas that the server and the desk parse with. */
export function openApiDocument(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Migration desk sync protocol',
      version: '1',
      description:
        'How a district desk enrols, pulls what changed, pushes decisions and fetches scans. Times are the server’s.',
    },
    paths: paths(),
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [name, jsonSchema(schema)]),
      ),
    },
  };
}

function paths(): Json {
  return {
    '/v1/health': {
      get: {
        summary: 'Whether this is a central server at all, and its time',
        responses: { ...json('HealthAnswer'), ...failures(['internal']) },
      },
    },
    '/v1/enrol': {
      post: {
        summary:
          "Binds an officer's and a device's keys, once per activation code; the same keys again, the same answer",
        requestBody: body('EnrolRequest'),
        responses: {
          ...json('EnrolAnswer'),
          ...failures([
            'bad-request',
            'activation-code-wrong',
            'activation-code-used',
            'device-revoked',
            'internal',
          ]),
        },
      },
    },
    '/v1/session/challenge': {
      post: {
        summary: 'A nonce for the device to sign, good once and for five minutes',
        requestBody: body('ChallengeRequest'),
        responses: { ...json('ChallengeAnswer'), ...failures(['bad-request', ...withSession]) },
      },
    },
    '/v1/session': {
      post: {
        summary: 'Opens a session for a device that proves its key',
        requestBody: body('SessionRequest'),
        responses: { ...json('SessionAnswer'), ...failures(['bad-request', ...withSession]) },
      },
    },
    '/v1/changes': { get: changesOperation() },
    '/v1/changes/estimate': {
      get: {
        summary: 'About how much lies behind a cursor, so that an officer can be asked before it comes',
        description:
          'Optional: where it is not found, a desk asks nobody and pulls. The bytes are those of the lines before compression; the scans are those that open requests among the items name, of which a desk may have some.',
        security: session,
        parameters: [
          { name: 'cursor', in: 'query', required: false, schema: jsonSchema(changesQuery.shape.cursor) },
        ],
        responses: {
          ...json('PullEstimate'),
          ...failures(['bad-request', 'cursor-unknown', ...withSession]),
        },
      },
    },
    '/v1/decisions': {
      post: {
        summary: 'Idempotent by id, one answer for each item (`PushItem`) in the order of the items',
        security: session,
        requestBody: body('PushRequest'),
        responses: { ...json('PushAnswer'), ...failures(['bad-request', 'too-large', ...withSession]) },
      },
    },
    '/v1/chain': {
      post: {
        summary: 'What this device sent and was answered, and where its chain stands',
        description:
          'For a desk whose vault was damaged: it learns what the server has of it before it seals anything again.',
        security: session,
        requestBody: body('ChainRequest'),
        responses: { ...json('ChainAnswer'), ...failures(['bad-request', ...withSession]) },
      },
    },
    '/v1/transfer-acts': {
      post: {
        summary:
          'What officers did about transfers (`SignedTransferAct`, its content a `TransferAct`): idempotent by id, one answer for each',
        description:
          'An accepted act comes back to every desk of the district in its `Transfer`, a change of kind `transfer`.',
        security: session,
        requestBody: body('TransferActsRequest'),
        responses: {
          ...json('TransferActsAnswer'),
          ...failures(['bad-request', 'too-large', ...withSession]),
        },
      },
    },
    '/v1/claims': {
      post: {
        summary: 'Takes, renews or ends a lease on a request, and tells whose it is; it hinders nobody',
        description:
          "A lease comes to every desk of the district as a change of kind `claim`, its body a `Claim`; one that was given back as that item's removal. It ends by itself.",
        security: session,
        requestBody: body('ClaimRequest'),
        responses: { ...json('ClaimAnswer'), ...failures(['bad-request', 'not-found', ...withSession]) },
      },
    },
    '/v1/blobs/{hash}': {
      parameters: [{ name: 'hash', in: 'path', required: true, schema: jsonSchema(blobPath.shape.hash) }],
      get: blobOperation('A scan, whole or a range of it', true),
      head: blobOperation('The size of a scan', false),
      put: putBlobOperation(),
    },
    '/v1/attachments': {
      post: {
        summary:
          'Ties a masked scan, whose bytes were put before, to a document of a request; idempotent by id',
        description:
          "An accepted one comes to every desk of the district as a change of kind `attachment`, its body an `Attachment`; one that was taken back as that item's removal.",
        security: session,
        requestBody: body('AttachmentRequest'),
        responses: { ...json('AttachmentAnswer'), ...failures(['bad-request', ...withSession]) },
      },
    },
  };
}

function changesOperation(): Json {
  const query = jsonSchema(changesQuery).properties as Record<string, unknown>;
  return {
    summary:
      "What changed in the officer's district since a cursor, oldest first; each item once, at its last change",
    description:
      'NDJSON: each line is a `ChangeLine`, the last one a `ChangePageEnd`. A page without its end was cut: resume from its last cursor.',
    security: session,
    parameters: ['cursor', 'limit'].map((name) => ({
      name,
      in: 'query',
      required: false,
      schema: query[name],
    })),
    responses: {
      200: {
        description: 'A page',
        content: {
          'application/x-ndjson': {
            schema: { anyOf: [reference('ChangeLine'), reference('ChangePageEnd')] },
          },
        },
      },
      ...failures(['bad-request', 'cursor-unknown', ...withSession]),
    },
  };
}

function blobOperation(summary: string, hasBody: boolean): Json {
  const content = hasBody
    ? Object.fromEntries(
        ['image/jpeg', 'image/png', 'application/pdf'].map((mime) => [
          mime,
          { schema: { type: 'string', format: 'binary' } },
        ]),
      )
    : undefined;
  const answer = (description: string) => (content ? { description, content } : { description });
  return {
    summary,
    security: session,
    parameters: [{ name: 'range', in: 'header', required: false, schema: { type: 'string' } }],
    responses: {
      200: answer('The whole'),
      206: answer('The range asked for'),
      416: failure('The range lies outside'),
      ...failures(['bad-request', 'not-found', ...withSession]),
    },
  };
}

function putBlobOperation(): Json {
  return {
    summary: `Keeps a scan of at most ${limits.blobBytes} bytes; refused when the bytes do not hash to the name`,
    description:
      'Whole, or in pieces with `Content-Range: bytes first-last/size`: each is answered by how far the server is, and one that begins elsewhere changes nothing. `bytes */size` without a body asks how far it is. A scan counts when all of it is there and hashes to the name.',
    security: session,
    parameters: [{ name: 'content-range', in: 'header', required: false, schema: { type: 'string' } }],
    requestBody: {
      required: true,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
    responses: {
      ...json('BlobProgress'),
      204: { description: 'Kept, where it came whole' },
      ...failures(['bad-request', 'too-large', ...withSession]),
    },
  };
}

function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as Json;
  return rest;
}

function reference(name: keyof typeof schemas): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function body(name: keyof typeof schemas): Json {
  return { required: true, content: { 'application/json': { schema: reference(name) } } };
}

function json(name: keyof typeof schemas): Json {
  return { 200: { description: 'Done', content: { 'application/json': { schema: reference(name) } } } };
}

function failure(description: string): Json {
  return { description, content: { 'application/json': { schema: reference('ServerError') } } };
}

/** Kinds that share a status stand in one response. */
function failures(kinds: readonly FailureKind[]): Json {
  const byStatus = new Map<number, FailureKind[]>();
  for (const kind of serverErrorKind.options.filter((each) => kinds.includes(each))) {
    byStatus.set(statusOf(kind), [...(byStatus.get(statusOf(kind)) ?? []), kind]);
  }
  return Object.fromEntries([...byStatus].map(([status, each]) => [status, failure(each.join(', '))]));
}
