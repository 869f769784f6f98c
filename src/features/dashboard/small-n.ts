/** Under this n a share is given as a count: 83 % of six says less than « 5 sur 6 ». */
export const SMALL_N = 10
