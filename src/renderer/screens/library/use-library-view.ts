import { useSearchParams } from 'wouter';

/** What the library shows, kept in the address: a folder, a tag, words, or what no post uses; and the file that is open. */
export function useLibraryView() {
  const [params, setParams] = useSearchParams();
  const set = (changes: Readonly<Record<string, string | null>>): void =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === null) after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      { replace: true },
    );
  return {
    folder: params.get('folder'),
    tag: params.get('tag'),
    query: params.get('q') ?? '',
    unused: params.has('unused'),
    openId: params.get('file'),
    set,
  };
}
export type LibraryView = ReturnType<typeof useLibraryView>;
