/** Of Playwright's own choice: Chromium heeds only the last such argument, so that ours has to repeat theirs. */
const leftOutByPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

/**
 * Pages of Chromium's own that each new window loads in a process of its own, for an address bar that nobody sees, and
 * a process kept for a next site that never comes: measured, half of a window's processor time.
 */
const unseen = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxAimPopup',
  'SpareRendererForSitePerProcess',
];

/** For the arguments of Chromium: the app's page and nothing beside it. */
export const withoutUnseenPages = `--disable-features=${[...leftOutByPlaywright, ...unseen].join(',')}`;
