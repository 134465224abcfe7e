interface TabListProps<Name extends string> {
  /** The labels by name. */
  readonly tabs: Readonly<Record<Name, string>>;
  readonly selected: Name;
  readonly panelId: string;
  readonly label: string;
  readonly onSelect: (name: Name) => void;
}

/** Tabs of one panel. The arrow keys, Home and End select a tab. */
export function TabList<Name extends string>({ tabs, selected, panelId, label, onSelect }: TabListProps<Name>) {
  const names = Object.keys(tabs) as Name[];
  const handleKey = (event: KeyboardEvent) => {
    const index = names.indexOf(selected);
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: (index + 1) % names.length,
      ArrowLeft: (index + names.length - 1) % names.length,
      Home: 0,
      End: names.length - 1,
    };
    const target = targets[event.key];
    const name = target === undefined ? undefined : names[target];
    if (name === undefined) return;
    event.preventDefault();
    onSelect(name);
    document.getElementById(`${panelId}-${name}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} onKeyDown={handleKey}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`${panelId}-${name}`}
          aria-selected={name === selected}
          aria-controls={panelId}
          tabIndex={name === selected ? 0 : -1}
          onClick={() => onSelect(name)}
        >
          {tabs[name]}
        </button>
      ))}
    </div>
  );
}
