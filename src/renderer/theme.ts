import { createTheme, localStorageColorSchemeManager } from '@mantine/core';
import type { MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#f1f1fd',
  '#e2e3f9',
  '#c6c8f2',
  '#a6a9eb',
  '#8a8fe3',
  '#7278dc',
  '#5f65d3',
  '#4f55c4',
  '#4146a8',
  '#343889',
];

const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f3f2ef',
  '#e9e7e3',
  '#dcdad5',
  '#c8c5bf',
  '#a8a49d',
  '#7d7972',
  '#5d5a54',
  '#3f3d39',
  '#262522',
];

const dark: MantineColorsTuple = [
  '#d9d8d5',
  '#bfbdb9',
  '#9a9893',
  '#75736e',
  '#4a4946',
  '#383735',
  '#2a2a28',
  '#1f1f1e',
  '#191918',
  '#121211',
];

const system = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', sans-serif";

/** One accent, warm greys, the system's font at 14 px, everything on a grid of 8 px. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  colors: { accent, gray, dark },
  black: '#1c1b19',
  fontFamily: system,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.55', xl: '1.4' },
  headings: {
    fontFamily: system,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.4' },
      h2: { fontSize: '16px', lineHeight: '1.4' },
      h3: { fontSize: '14px', lineHeight: '1.5' },
    },
  },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    InputWrapper: { styles: { description: { fontSize: '12px' } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Tooltip: {
      defaultProps: {
        openDelay: 300,
        transitionProps: { duration: 100 },
        events: { hover: true, focus: true, touch: false },
      },
    },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
    Modal: { defaultProps: { transitionProps: { duration: 120 }, centered: true } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
    Notification: { defaultProps: { withBorder: true } },
    SegmentedControl: { defaultProps: { withItemsBorders: false } },
  },
});

/** Remembers the scheme in the browser, so that the first paint has the right colours. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'ocma-color-scheme' });
