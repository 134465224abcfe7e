import { loadPagefind, type Pagefind, type ResultPage } from './pagefind.ts';

const maxPages = 8;
const maxHeadings = 3;

/** The button and the dialog of the search. */
class SiteSearch extends HTMLElement {
  #pagefind: Promise<Pagefind> | undefined;

  connectedCallback(): void {
    const dialog = this.#find<HTMLDialogElement>('dialog');
    const input = this.#find<HTMLInputElement>('input');
    const open = () => {
      dialog.showModal();
      input.select();
      this.#load().catch(() => this.#showStatus('The search cannot be loaded. Reload the page.'));
    };
    this.#find('[data-open]').addEventListener('click', open);
    addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (dialog.open) dialog.close();
      else open();
    });
    dialog.addEventListener('click', (event) => {
      const { target } = event;
      // A click beside the dialog, or on a link to a heading of this page.
      if (target === dialog || (target instanceof Element && target.closest('a'))) dialog.close();
    });
    dialog.addEventListener('keydown', (event) => this.#moveFocus(event));
    input.addEventListener('input', () => void this.#search(input.value.trim()));
  }

  #load(): Promise<Pagefind> {
    this.#pagefind ??= loadPagefind(new URL(this.dataset.root ?? './', document.baseURI));
    return this.#pagefind;
  }

  async #search(query: string): Promise<void> {
    if (query === '') return this.#show('', []);
    const pagefind = await this.#load();
    const found = await pagefind.debouncedSearch(query, {}, 120);
    if (found === null) return;
    const pages = await Promise.all(found.results.slice(0, maxPages).map((result) => result.data()));
    const count = found.results.length;
    if (count === 0) this.#show(`No page contains “${query}”.`, [], true);
    else this.#show(`${count} ${count === 1 ? 'page' : 'pages'}`, pages);
  }

  #show(status: string, pages: readonly ResultPage[], isAdvised = false): void {
    this.#showStatus(status);
    this.#find('[data-advice]').hidden = !isAdvised;
    this.#find('[data-results]').replaceChildren(...pages.map(createPageItem));
  }

  #showStatus(text: string): void {
    this.#find('[data-status]').textContent = text;
  }

  /** The arrow keys move between the results. */
  #moveFocus(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const stops = [...this.querySelectorAll<HTMLElement>('dialog input, dialog [data-results] a')];
    const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  #find<Found extends HTMLElement = HTMLElement>(selector: string): Found {
    const found = this.querySelector<Found>(selector);
    if (!found) throw new Error(`The search has no ${selector}.`);
    return found;
  }
}

function createPageItem({ url, excerpt, meta, sub_results }: ResultPage): HTMLElement {
  const item = createItem(url, meta.title ?? url, excerpt);
  const headings = sub_results.filter(({ title }) => title !== meta.title).slice(0, maxHeadings);
  if (headings.length > 0) {
    const list = document.createElement('ul');
    list.append(...headings.map((heading) => createItem(heading.url, heading.title, heading.excerpt)));
    item.append(list);
  }
  return item;
}

function createItem(url: string, title: string, excerpt: string): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title;
  const text = document.createElement('p');
  text.innerHTML = excerpt;
  item.append(link, text);
  return item;
}

customElements.define('site-search', SiteSearch);
