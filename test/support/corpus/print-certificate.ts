import { sampleCertificateFile } from './sample-certificate.ts';

/** For those who may not import tests: prints where the certificate of the sample papers lies. */
process.stdout.write(`${sampleCertificateFile()}\n`);
