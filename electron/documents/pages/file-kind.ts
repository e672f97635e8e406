/** What a file is by its content. */
export type FileKind = 'jpeg' | 'png' | 'tiff' | 'pdf' | 'heic' | 'zip' | 'xml';
