/** How the process for documents is told where its assets lie (null: in the packages) and what to keep off. */
export function childArguments(assetsFolder: string | null, isPortableOnly: boolean): string[] {
  return [
    ...(assetsFolder === null ? [] : ['--assets', assetsFolder]),
    ...(isPortableOnly ? ['--portable'] : []),
  ];
}
