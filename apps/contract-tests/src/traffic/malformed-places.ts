import type { MalformedPlace } from '../model/traffic-result.ts';

/** How many places that cannot be read are named. The others are counted. */
const maximumNamedPlaces = 20;

/** The places of files that could not be read. */
export interface MalformedPlaces {
  readonly count: number;
  readonly places: readonly MalformedPlace[];
}

export function createMalformedPlaces(): MalformedPlaces & { add(place: MalformedPlace): void } {
  const places: MalformedPlace[] = [];
  let count = 0;
  return {
    get count() {
      return count;
    },
    places,
    add(place) {
      count += 1;
      if (places.length < maximumNamedPlaces) places.push(place);
    },
  };
}
