/** A page that a program writes. */
export interface GeneratedPage {
  /** The address without slashes around it, for example `errors/404`. */
  readonly id: string;
  /** The place in the navigation, as the path of a file in `src/content/docs` without its ending. Default: the ID. */
  readonly file?: string;
  readonly title: string;
  /** For search engines and previews. */
  readonly description: string;
  /** The label in the navigation. Default: the title. */
  readonly label?: string;
  readonly markdown: string;
}
