import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { AwsClient } from 'aws4fetch';
import type { S3Bucket } from '../../src/providers/s3-blobs.ts';

const bucket = 'media';
const region = 'us-east-1';

export interface S3Service extends AsyncDisposable {
  /** An empty bucket, with credentials that may use it. */
  bucket: S3Bucket;
}

/** Whether the machine has moto's server, which speaks the S3 API and verifies signatures: `pip install 'moto[server]'`. */
export function hasS3Service(): boolean {
  return spawnSync('moto_server', ['--help']).status === 0;
}

export async function startS3Service(): Promise<S3Service> {
  // It takes as many calls without a check as it needs to be told whom to trust.
  const env = { ...process.env, INITIAL_NO_AUTH_ACTION_COUNT: '4' };
  const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', '0'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const stop = async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  try {
    const endpoint = await addressOf(child.stderr);
    return { bucket: { endpoint, bucket, region, ...(await prepare(endpoint)) }, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** It prints its address, and goes on printing. */
function addressOf(log: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    log.on('data', (text) => {
      printed += text;
      const [, address] = /Running on (http:\S+)/.exec(printed) ?? [];
      if (address) resolve(address);
    });
    log.on('end', () => reject(new Error(printed)));
  });
}

/** Makes a user who may use S3, and the bucket. */
async function prepare(endpoint: string): Promise<Pick<S3Bucket, 'keyId' | 'secret'>> {
  const client = new AwsClient({ accessKeyId: 'nobody', secretAccessKey: 'nothing', region });
  const manage = async (action: Record<string, string>) => {
    const body = new URLSearchParams({ Version: '2010-05-08', UserName: 'diglot', ...action }).toString();
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    return (await client.fetch(`${endpoint}/`, { method: 'POST', aws: { service: 'iam' }, headers, body })).text();
  };
  const everything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };
  await manage({ Action: 'CreateUser' });
  const key = await manage({ Action: 'CreateAccessKey' });
  await manage({ Action: 'PutUserPolicy', PolicyName: 'all', PolicyDocument: JSON.stringify(everything) });
  await client.fetch(`${endpoint}/${bucket}`, { method: 'PUT', aws: { service: 's3' } });
  const field = (name: string) => new RegExp(`<${name}>(.+?)<`).exec(key)?.[1] ?? '';
  return { keyId: field('AccessKeyId'), secret: field('SecretAccessKey') };
}
