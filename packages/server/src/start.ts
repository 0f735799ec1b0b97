import { enableCompileCache } from 'node:module';
import { sizeThreadPool } from './thread-pool.ts';

sizeThreadPool();
// Compiled code is kept between starts: loading it is otherwise most of a second start.
enableCompileCache();
await import('./main.ts');
