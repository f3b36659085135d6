"""Ed25519 (RFC 8032) and did:key in plain Python: another implementation than ours, to compare with. Slow, and safe
against nobody who measures time."""

import hashlib

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def _x_of(y, sign):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        raise ValueError("not on the curve")
    return x if x % 2 == sign else P - x


def _add(one, other):
    (x1, y1, z1, t1), (x2, y2, z2, t2) = one, other
    a, b = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    c, d = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(number, point):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = _add(result, point)
        point = _add(point, point)
        number >>= 1
    return result


def _point(x, y):
    return x, y, 1, x * y % P


BASE = _point(_x_of(4 * pow(5, P - 2, P) % P, 0), 4 * pow(5, P - 2, P) % P)


def _packed(point):
    x, y, z, _ = point
    inverse = pow(z, P - 2, P)
    return (y * inverse % P | (x * inverse % P & 1) << 255).to_bytes(32, "little")


def _unpacked(data):
    number = int.from_bytes(data, "little")
    y = number & (1 << 255) - 1
    return _point(_x_of(y, number >> 255), y)


def _hash(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little") % ORDER


def _secret(seed):
    digest = hashlib.sha512(seed).digest()
    number = int.from_bytes(digest[:32], "little")
    return number & (1 << 254) - 8 | 1 << 254, digest[32:]


def public_key(seed):
    return _packed(_times(_secret(seed)[0], BASE))


def sign(seed, message):
    secret, prefix = _secret(seed)
    key = public_key(seed)
    nonce = _hash(prefix, message)
    commitment = _packed(_times(nonce, BASE))
    answer = (nonce + _hash(commitment, key, message) * secret) % ORDER
    return commitment + answer.to_bytes(32, "little")


def is_signed_by(key, signature, message):
    answer = int.from_bytes(signature[32:], "little")
    challenge = _hash(signature[:32], key, message)
    right = _add(_unpacked(signature[:32]), _times(challenge, _unpacked(key)))
    return answer < ORDER and _packed(_times(answer, BASE)) == _packed(right)


def to_base58(data):
    number, text = int.from_bytes(data, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = BASE58[digit] + text
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + text


def from_base58(text, size):
    number = 0
    for letter in text:
        number = number * 58 + BASE58.index(letter)
    return number.to_bytes(size, "big")


def did_of(key):
    return "did:key:z" + to_base58(b"\xed\x01" + key)


def key_of_did(did):
    data = from_base58(did.removeprefix("did:key:z"), 34)
    if data[:2] != b"\xed\x01":
        raise ValueError(did)
    return data[2:]
