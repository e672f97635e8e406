import { zoomStep, turnRight, type Rotation, type Zoom } from './page-geometry.ts';

/** How one scan is looked at; each document keeps its own while the review is open. */
export interface ViewState {
  page: number;
  pages: number;
  zoom: Zoom;
  rotation: Rotation;
}

export type ViewAction =
  | { type: 'zoom'; direction: 'in' | 'out'; shown: number }
  | { type: 'fit'; zoom: 'fit-width' | 'fit-page' }
  | { type: 'zoom-to'; zoom: number }
  | { type: 'rotate' }
  | { type: 'turn-page'; by: 1 | -1 }
  | { type: 'pages-known'; pages: number };

export const firstView: ViewState = { page: 1, pages: 1, zoom: 'fit-width', rotation: 0 };

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
    case 'pages-known':
      return { ...state, pages: action.pages, page: clampPage(state.page, action.pages) };
  }
}

function clampPage(page: number, pages: number): number {
  return Math.min(Math.max(1, page), Math.max(1, pages));
}
