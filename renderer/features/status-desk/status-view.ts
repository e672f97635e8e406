import { create } from 'zustand';

interface StatusView {
  /** What stands in the box; kept while the officer looks at another screen. */
  typed: string;
  type: (typed: string) => void;
}

export const useStatusView = create<StatusView>()((set) => ({
  typed: '',
  type: (typed) => {
    set({ typed });
  },
}));
