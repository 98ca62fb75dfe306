/** What the host that served this page told the window, before any call. */
export interface Boot {
  readonly host: 'web' | 'desktop';
  /** Sent with every call on the web: it proves that the call comes from this window. */
  readonly windowSecret: string;
  /** The nonce under which the page's policy lets styles be added; empty where the host sets none. */
  readonly styleNonce: string;
}

/** What the preload of the desktop offers to the page. */
export interface DesktopBridge {
  /** The path of a file that the user chose or dropped. */
  readonly pathForFile: (file: File) => string;
}

declare global {
  interface Window {
    readonly ocmaDesktop?: DesktopBridge;
    /** Read by the scroll lock of dialogs, which adds a style of its own. */
    __webpack_nonce__?: string;
  }
}

const textField = (value: unknown, name: string): string => {
  if (typeof value !== 'object' || value === null) return '';
  const field: unknown = Reflect.get(value, name);
  return typeof field === 'string' ? field : '';
};

/** Reads the boot data that the host wrote into the page (`#ocma-boot`). */
export function readBoot(): Boot {
  const element = document.querySelector<HTMLScriptElement>('#ocma-boot');
  const data: unknown = element?.textContent ? JSON.parse(element.textContent) : {};
  return {
    host: window.ocmaDesktop ? 'desktop' : 'web',
    windowSecret: textField(data, 'windowSecret'),
    styleNonce: textField(data, 'styleNonce') || (element?.nonce ?? ''),
  };
}
