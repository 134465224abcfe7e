/** Drawings for the cards of the picture, without any image file. They are drawn with the color of their text. */
const drawings = [
  // A snowflake.
  '<path d="M24 6v36M8.4 15l31.2 18M39.6 15 8.4 33M24 12l-5-4M24 12l5-4M24 36l-5 4M24 36l5 4M13.6 18l-6.4 1M13.6 18l-2-6M34.4 30l6.4-1M34.4 30l2 6M34.4 18l6.4 1M34.4 18l2-6M13.6 30l-6.4-1M13.6 30l-2 6"/>',
  // Icicles.
  '<path d="M6 9h36M10 9l3.5 17L17 9M18 9l6 32 6-32M31 9l3.5 21L38 9"/>',
  // A storm.
  '<path d="M6 18h23a6 6 0 1 0-6-6M6 25h31a6 6 0 1 1-6 6M6 32h15a5 5 0 1 1-5 5M38 12h4M40 10v4"/>',
  // A mountain.
  '<path d="M5 40 19 13l9 17 5-9 10 19zM15 21l4 4 4-4"/>',
];

/** Draws a card. `index` selects the drawing. */
export function drawCard(index: number): string {
  return drawSymbol(drawings[index % drawings.length] ?? '', 48);
}

export const giftSymbol: string = drawSymbol(
  '<path d="M3.5 8h17v4h-17zM5 12h14v8.5H5zM12 8v12.5M12 8c-2.2 0-5-.6-5-2.8C7 2.4 11 3 12 8zm0 0c2.2 0 5-.6 5-2.8C17 2.4 13 3 12 8z"/>',
  24,
);

export const lockSymbol: string = drawSymbol('<path d="M5.5 11h13v9.5h-13zM8 11V8a4 4 0 0 1 8 0v3M12 15v2"/>', 24);

function drawSymbol(paths: string, size: number): string {
  return `<svg viewBox="0 0 ${size} ${size}" fill="none" stroke="currentColor" stroke-width="${size / 24}" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;
}
