/** How many grids are aboard as soon as the app opens: a start page counts them without their list. */
export const GRIDS_BUILT_IN = 39
