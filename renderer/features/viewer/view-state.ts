import { zoomStep, turnRight, type Rotation, type Zoom } from './page-geometry.ts';

/** How one scan is looked at; each document keeps its own while it is shown. */
export interface ViewState {
  page: number;
  pages: number;
  zoom: Zoom;
  rotation: Rotation;
  /** Factors of the picture as it is; 1 leaves it alone. */
  brightness: number;
  contrast: number;
}

export type ViewAction =
  | { type: 'zoom'; direction: 'in' | 'out'; shown: number }
  | { type: 'fit'; zoom: 'fit-width' | 'fit-page' }
  | { type: 'zoom-to'; zoom: number }
  | { type: 'rotate' }
  | { type: 'turn-page'; by: 1 | -1 }
  /** `page` counts from 1; one that the document does not have is corrected once its pages are known. */
  | { type: 'show-page'; page: number }
  | { type: 'pages-known'; pages: number }
  | { type: 'adjust'; what: 'brightness' | 'contrast'; by: 1 | -1 }
  | { type: 'as-scanned' };

export const firstView: ViewState = {
  page: 1,
  pages: 1,
  zoom: 'fit-width',
  rotation: 0,
  brightness: 1,
  contrast: 1,
};

const adjustStep = 0.2;
const leastAdjusted = 0.4;
const mostAdjusted = 2.6;

export function viewReducer(state: ViewState, action: ViewAction): ViewState {
  switch (action.type) {
    case 'zoom':
      return { ...state, zoom: zoomStep(action.shown, action.direction) };
    case 'fit':
      return { ...state, zoom: action.zoom };
    case 'zoom-to':
      return { ...state, zoom: action.zoom };
    case 'rotate':
      return { ...state, rotation: turnRight(state.rotation) };
    case 'turn-page':
      return { ...state, page: clampPage(state.page + action.by, state.pages) };
    case 'show-page':
      return { ...state, page: Math.max(1, action.page) };
    case 'pages-known':
      return { ...state, pages: action.pages, page: clampPage(state.page, action.pages) };
    case 'adjust':
      return { ...state, [action.what]: adjusted(state[action.what], action.by) };
    case 'as-scanned':
      return { ...state, brightness: 1, contrast: 1 };
  }
}

export function isAdjusted(view: ViewState): boolean {
  return view.brightness !== 1 || view.contrast !== 1;
}

/** The style that shows a page brighter or with more contrast; nothing where it stands as scanned. */
export function filterOf(view: ViewState): string | undefined {
  return isAdjusted(view) ? `brightness(${view.brightness}) contrast(${view.contrast})` : undefined;
}

/** In whole steps, so that as many steps back end where one began. */
function adjusted(factor: number, by: 1 | -1): number {
  const next = Math.round((factor + by * adjustStep) * 10) / 10;
  return Math.min(mostAdjusted, Math.max(leastAdjusted, next));
}

function clampPage(page: number, pages: number): number {
  return Math.min(Math.max(1, page), Math.max(1, pages));
}
