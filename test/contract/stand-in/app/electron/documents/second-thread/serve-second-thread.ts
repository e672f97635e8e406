/** A thread of the bundles that has nothing to do here. */
export {};
