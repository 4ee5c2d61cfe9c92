/** Examples of RFC 8949, Appendix A. */
import { describe, expect, it } from 'vitest';
import { decodeCbor } from '../../../scripts/search-index/cbor';

const decode = (hex: string) => decodeCbor(Uint8Array.from(Buffer.from(hex, 'hex')));

describe('CBOR', () => {
  it.each([
    ['00', 0],
    ['17', 23],
    ['1818', 24],
    ['1903e8', 1000],
    ['1a000f4240', 1_000_000],
    ['20', -1],
    ['3903e7', -1000],
    ['f6', null],
    ['60', ''],
    ['6449455446', 'IETF'],
    ['62c3bc', 'ü'],
    ['80', []],
    ['8301820203820405', [1, [2, 3], [4, 5]]],
    ['9fff', []],
    ['9f018202039f0405ffff', [1, [2, 3], [4, 5]]],
  ])('%s is decoded', (hex, item) => {
    expect(decode(hex)).toEqual(item);
  });

  it.each([
    ['19ff', 'cut off within a number'],
    ['6449', 'cut off within a text'],
    ['83', 'cut off within an array'],
    ['9f01', 'never ended'],
    ['0000', 'left over'],
    ['f97e00', 'a float'],
    ['a0', 'a map'],
    ['1b000000e8d4a51000', 'a number of 64 bits'],
    ['', 'empty'],
  ])('%s is refused: %s', (hex) => {
    expect(() => decode(hex)).toThrow(TypeError);
  });
});
