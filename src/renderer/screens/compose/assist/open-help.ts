import { createContext, use } from 'react';
import type { MediaId } from '../../../../shared/models/ids.ts';

/** Opens the help beside the page, at a picture that is to be described where one is given. */
export type OpenHelp = (mediaId: MediaId | null) => void;

/** Null where there is nothing to help with, as in a post that is out. */
export const OpenHelpContext = createContext<OpenHelp | null>(null);

/** How a part of the editor opens the help; null where it cannot be opened. */
export const useOpenHelp = (): OpenHelp | null => use(OpenHelpContext);
