import type { Plugin } from 'vite';

const breach = /\.innerHTML = '';/g;

/**
 * React Aria's announcer empties its log through `innerHTML`, which the window's Trusted Types refuse: the first number
 * typed into a number field would take the whole screen down. Emptied by the DOM's own call instead.
 */
export function withoutInnerHtml(): Plugin {
  return {
    name: 'desk:without-inner-html',
    transform: {
      filter: { id: /react-aria\/dist\/private\/live-announcer\/LiveAnnouncer\.m?js$/ },
      handler(code) {
        if (!breach.test(code))
          this.error('The announcer no longer says innerHTML: see whether it keeps to Trusted Types');
        return { code: code.replaceAll(breach, '.replaceChildren();'), map: null };
      },
    },
  };
}
