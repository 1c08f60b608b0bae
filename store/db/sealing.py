"""Personal data on disk: sealed with a key that the database does not know."""

import base64
import binascii
import hashlib
import secrets
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from store.errors import SealBroken
from store.wrong_setup import BadKey

_KEY_BYTES: Final = 32
_ID_BYTES: Final = 4
_NONCE_BYTES: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealer:
    """AES-GCM; each sealed value begins with the id of its key and belongs to one place."""

    key_id: bytes
    cipher: AESGCM

    @classmethod
    def from_key(cls, key: str) -> "Sealer":
        """The sealer for a key of 32 bytes written in urlsafe base64."""
        try:
            raw = base64.b64decode(key.strip() + "=" * (-len(key.strip()) % 4), b"-_", True)
        except (binascii.Error, ValueError) as unreadable:
            raise BadKey(problem="not_base64") from unreadable
        if len(raw) != _KEY_BYTES:
            raise BadKey(problem="wrong_length")
        return cls(key_id=hashlib.sha256(raw).digest()[:_ID_BYTES], cipher=AESGCM(raw))

    def seal(self, content: bytes, *, place: str) -> bytes:
        """The content sealed; it opens only for the same place."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return self.key_id + nonce + self.cipher.encrypt(nonce, content, place.encode())

    def unseal(self, sealed: bytes, *, place: str) -> bytes:
        """The content again, or SealBroken."""
        if sealed[:_ID_BYTES] != self.key_id:
            raise SealBroken(problem="other_key")
        nonce, body = sealed[_ID_BYTES:][:_NONCE_BYTES], sealed[_ID_BYTES + _NONCE_BYTES :]
        try:
            return self.cipher.decrypt(nonce, body, place.encode())
        except InvalidTag as broken:
            raise SealBroken(problem="damaged_or_moved") from broken

    def seal_words(self, words: str | None, *, place: str) -> bytes | None:
        """What somebody wrote, sealed for a place; nothing stays nothing."""
        return None if words is None else self.seal(words.encode(), place=place)

    def unseal_words(self, sealed: bytes | None, *, place: str) -> str | None:
        """The words again, or SealBroken."""
        return None if sealed is None else self.unseal(sealed, place=place).decode()


def new_key() -> str:
    """A fresh key in the form that from_key reads."""
    return base64.urlsafe_b64encode(secrets.token_bytes(_KEY_BYTES)).decode()
