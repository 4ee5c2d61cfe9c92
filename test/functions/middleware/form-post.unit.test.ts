import { describe, expect, test } from 'vitest';
import { readFormPost } from '../../../functions/middleware/form-post';
import { resetForm } from '../../../src/shared/forms';

const ORIGIN = 'https://help.example';

function post(body: BodyInit, headers: Record<string, string> = {}): Promise<unknown> {
  const request = new Request(`${ORIGIN}/en/account/reset/`, {
    method: 'POST',
    body,
    headers: { Origin: ORIGIN, ...headers },
    duplex: 'half',
  } as RequestInit);
  return readFormPost(request, resetForm, ORIGIN);
}

function form(text: string, headers: Record<string, string> = {}): Promise<unknown> {
  return post(text, { 'Content-Type': 'application/x-www-form-urlencoded', ...headers });
}

const refusedAs = (problem: string) => ({ type: 'refused', problem });

describe('the shape of a post', () => {
  test('a form gives one string a field', async () => {
    expect(await form('identifier=maria+l%C3%B3pez&website=')).toEqual({
      type: 'form',
      values: { identifier: 'maria lópez', website: '' },
    });
  });

  test.each(['identifier=a&identifier=b', 'identifier[]=a', 'identifier=a&next=/evil', '%69dentifier=a&identifier=b'])(
    'B1 a field given twice, as a list or unasked is refused: %s',
    async (body) => expect(await form(body)).toMatchObject(refusedAs('post-malformed')),
  );

  test('what came with a field too many is told, and of a field given twice the first', async () => {
    const texts = { identifier: 'a', next: '/evil' };
    expect(await form('identifier=a&next=/evil&identifier=b')).toEqual({ ...refusedAs('post-malformed'), texts });
  });

  test.each(['application/json', 'text/plain', ''])('B2 a body of type "%s" is refused', async (type) => {
    expect(await post('{"identifier":"a"}', { 'Content-Type': type })).toEqual(refusedAs('post-wrong-type'));
  });

  test('B3 a file in a text field is refused', async () => {
    const data = new FormData();
    data.set('identifier', new File(['a'], 'a.txt'));
    expect(await post(data)).toEqual({ ...refusedAs('post-file'), texts: {} });
  });

  test('what came beside a file is told, so that it can be shown again', async () => {
    const data = new FormData();
    data.set('identifier', 'maria');
    data.set('picture', new File(['a'], 'a.png'));
    expect(await post(data)).toEqual({ ...refusedAs('post-file'), texts: { identifier: 'maria' } });
  });

  test('a multipart form of strings is read like any other', async () => {
    const data = new FormData();
    data.set('identifier', 'maria');
    expect(await post(data)).toEqual({ type: 'form', values: { identifier: 'maria' } });
  });

  test('B7 a body that declares to be too large is refused unread', async () => {
    expect(await form('identifier=a', { 'Content-Length': '10000000' })).toEqual(refusedAs('post-too-large'));
  });

  test('B7 reading stops once a body without a declared length is far too large', async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(4096).fill(97));
      },
    });
    expect(await post(endless, { 'Content-Type': 'application/x-www-form-urlencoded' })).toEqual(
      refusedAs('post-too-large'),
    );
    expect(pulled * 4096).toBeLessThanOrEqual(65_536 + 3 * 4096);
  });

  test.each(['identifier=%zz', 'identifier=%e0%a4', 'identifier=\u00ff%', '%=a'])(
    'B9 broken percent-encoding is refused, never an error: %s',
    async (body) => expect(await form(body)).toEqual(refusedAs('post-malformed')),
  );
});

describe('where a post comes from', () => {
  const ownForm = { type: 'form', values: { identifier: 'a' } };

  test.each([
    ['another site', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['a sibling subdomain', { Origin: 'https://blog.example', 'Sec-Fetch-Site': 'same-site' }],
    ['another site in an old browser', { Origin: 'https://evil.example' }],
    ['our host on another port', { Origin: `${ORIGIN}:8443` }],
    ['a liar about its origin', { Origin: ORIGIN, 'Sec-Fetch-Site': 'cross-site' }],
  ])('H1 a form of %s is refused, and none of its words are told', async (_, headers) => {
    expect(await form('identifier=a', headers)).toEqual(refusedAs('post-cross-site'));
  });

  test.each<[string, Record<string, string>]>([
    ['without an origin', {}],
    ['of a sandboxed frame', { Origin: 'null' }],
  ])('H1 a form %s is refused; it may be our own in an odd browser, and its words are told', async (_, headers) => {
    const body = new URLSearchParams({ identifier: 'a' });
    const request = new Request(ORIGIN, { method: 'POST', body, headers });
    const texts = { identifier: 'a' };
    expect(await readFormPost(request, resetForm, ORIGIN)).toEqual({ ...refusedAs('post-cross-site'), texts });
  });

  test.each([
    ['says so', { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' }],
    ['is too old to say more', { Origin: ORIGIN }],
    ['hides the origin, but not that it is ours', { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }],
  ])('our own form is taken from a browser that %s', async (_, headers) => {
    expect(await form('identifier=a', headers)).toEqual(ownForm);
  });
});
