import { hashText } from './hash-text.ts';

/**
 * A rosette that only depends on the ID of the card. The image of a card is at another origin, which this page never
 * contacts.
 */
export function CardArt({ id, name }: { readonly id: string; readonly name: string }) {
  const hash = hashText(id);
  const folds = 5 + (hash % 4);
  const angles = Array.from({ length: folds }, (_, index) => (360 / folds) * index);
  const reach = 30 + ((hash >>> 3) % 10);
  const width = 5 + ((hash >>> 6) % 9);
  const inner = 12 + ((hash >>> 9) % 8);
  const tip = 4 + ((hash >>> 12) % 5);
  const petal = `M0 0C${width} ${-inner} ${width} ${-reach + 8} 0 ${-reach}C${-width} ${-reach + 8} ${-width} ${-inner} 0 0Z`;
  const branch = `M0 ${-inner}V${-reach - 5}M${-tip} ${-reach - 1}L0 ${-reach + 5}L${tip} ${-reach - 1}`;
  return (
    <svg class="card-art" viewBox="-50 -50 100 100" aria-hidden="true" style={{ '--hue': String(hash % 360) }}>
      <rect class="art-ground" x="-50" y="-50" width="100" height="100" />
      <circle class="art-halo" r={reach + 8} />
      {angles.map((angle) => (
        <path class="art-petal" d={petal} transform={`rotate(${angle})`} />
      ))}
      {angles.map((angle) => (
        <path class="art-branch" d={branch} transform={`rotate(${angle + 180 / folds})`} />
      ))}
      <circle class="art-core" r="11" />
      <text class="art-initial" y="4.4">
        {name.trim().charAt(0).toUpperCase()}
      </text>
    </svg>
  );
}
