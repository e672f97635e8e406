import sharp from 'sharp';

// One picture at a time on an office PC of two processors; nothing of a document stays in a cache after it was read.
sharp.cache(false);
sharp.concurrency(1);

export { sharp };
