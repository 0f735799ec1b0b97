import { expect, test } from 'vitest';
import { blobsOf, readConfig } from '../src/config.ts';

const bucket = {
  DIGLOT_S3_ENDPOINT: 'https://s3.example.com/',
  DIGLOT_S3_BUCKET: 'media',
  DIGLOT_S3_KEY_ID: 'key',
  DIGLOT_S3_SECRET: 'secret',
};

test('files are kept in the data folder', () => {
  expect(blobsOf(readConfig({ DIGLOT_DATA: '/data' }))).toEqual({ folder: '/data/media', bucket: undefined });
});

test('files are kept in a bucket when one is named', () => {
  const expected = { endpoint: 'https://s3.example.com', bucket: 'media', region: 'us-east-1', keyId: 'key', secret: 'secret' };
  expect(readConfig(bucket).bucket).toEqual(expected);
  expect(readConfig({ ...bucket, DIGLOT_S3_REGION: 'eu-central-1' }).bucket).toEqual({ ...expected, region: 'eu-central-1' });
});

test('a bucket needs all of its settings', () => {
  const { DIGLOT_S3_SECRET: _, DIGLOT_S3_BUCKET: __, ...some } = bucket;
  expect(() => readConfig(some)).toThrow('DIGLOT_S3_BUCKET, DIGLOT_S3_SECRET must be set too, to keep files in a bucket');
  expect(() => readConfig({ ...bucket, DIGLOT_S3_ENDPOINT: 's3.example.com' })).toThrow(
    'DIGLOT_S3_ENDPOINT must begin with http:// or https://',
  );
});

test('the public address is without a slash at the end', () => {
  expect(readConfig({ DIGLOT_PUBLIC_URL: 'https://im.example.com/chat/' }).publicUrl).toBe('https://im.example.com/chat');
  expect(readConfig({}).publicUrl).toBeUndefined();
  expect(() => readConfig({ DIGLOT_PUBLIC_URL: 'im.example.com' })).toThrow('DIGLOT_PUBLIC_URL must begin with http:// or https://');
});

test('a connection stays open for 75 seconds, or for as many as are set', () => {
  expect(readConfig({}).keepAliveSeconds).toBe(75);
  expect(readConfig({ DIGLOT_KEEP_ALIVE: '620' }).keepAliveSeconds).toBe(620);
  for (const wrong of ['0', '3601', '1.5', '75s']) {
    expect(() => readConfig({ DIGLOT_KEEP_ALIVE: wrong })).toThrow(`must be a number of seconds from 1 to 3600, not "${wrong}"`);
  }
});
