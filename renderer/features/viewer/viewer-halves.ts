import type { PageBox } from '../../../shared/domain/documents/page-box.ts';

export type Half = 'left' | 'right';

/** A place on a document. A box is null where the whole document is meant. */
export interface DocumentPlace {
  documentId: string;
  box: PageBox | null;
}

/** `asked` counts up, so that the same place asked for again is gone to again. */
export interface ShownPlace {
  documentId: string;
  box: PageBox;
  asked: number;
}

/** What the viewer shows: one document, or two beside each other. */
export interface ViewerHalves {
  isCompared: boolean;
  /** The half that keys and places go to. */
  active: Half;
  /** Null: the first document there is. */
  shown: Record<Half, string | null>;
  places: Record<Half, ShownPlace | null>;
  asked: number;
}

export type HalvesAction =
  | { type: 'select'; half: Half; documentId: string }
  | { type: 'activate'; half: Half }
  | { type: 'compare'; isCompared: boolean }
  | { type: 'go'; to: DocumentPlace }
  /** Both sides of a comparison beside each other. */
  | { type: 'go-both'; left: DocumentPlace; right: DocumentPlace };

export const firstHalves: ViewerHalves = {
  isCompared: false,
  active: 'left',
  shown: { left: null, right: null },
  places: { left: null, right: null },
  asked: 0,
};

export function halvesReducer(state: ViewerHalves, action: HalvesAction): ViewerHalves {
  switch (action.type) {
    case 'select':
      return {
        ...state,
        active: action.half,
        shown: { ...state.shown, [action.half]: action.documentId },
        places: { ...state.places, [action.half]: null },
      };
    case 'activate':
      return state.active === action.half ? state : { ...state, active: action.half };
    case 'compare':
      return { ...state, isCompared: action.isCompared, active: 'left' };
    case 'go':
      return shownAt(state, halfFor(state, action.to.documentId), action.to);
    case 'go-both': {
      const compared = { ...state, isCompared: true };
      return { ...shownAt(shownAt(compared, 'right', action.right), 'left', action.left) };
    }
  }
}

/** Where a document stands already, else the half in use. */
function halfFor(state: ViewerHalves, documentId: string): Half {
  if (!state.isCompared) return 'left';
  if (state.shown.left === documentId) return 'left';
  return state.shown.right === documentId ? 'right' : state.active;
}

function shownAt(state: ViewerHalves, half: Half, { documentId, box }: DocumentPlace): ViewerHalves {
  const asked = state.asked + 1;
  return {
    ...state,
    active: half,
    asked,
    shown: { ...state.shown, [half]: documentId },
    places: { ...state.places, [half]: box && { documentId, box, asked } },
  };
}
