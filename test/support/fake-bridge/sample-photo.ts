/** A drawn face as PNG in base64, as the photo in a code would come; the page draws it, so that no picture is kept. */
export function samplePhoto(): string | null {
  const canvas = document.createElement('canvas');
  canvas.width = 60;
  canvas.height = 60;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.fillStyle = '#c8d3de';
  context.fillRect(0, 0, 60, 60);
  context.fillStyle = '#7a5a44';
  context.beginPath();
  context.arc(30, 24, 12, 0, 2 * Math.PI);
  context.fill();
  context.fillRect(12, 40, 36, 20);
  return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length);
}
